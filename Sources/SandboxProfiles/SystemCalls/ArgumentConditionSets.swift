internal import SandboxPolicy

/// Conditions that hold together, as sets of numbers.
enum ArgumentConditionSets {
  /// For each argument that is mentioned, in order, the numbers that pass all of its conditions.
  static func sets(of conditions: [ArgumentCondition], _ architecture: Architecture) -> [(index: Int, set: CubeSet)] {
    (0..<6).compactMap { index in
      let here = conditions.filter { $0.index == index }
      guard let first = here.first else { return nil }
      let set = here.dropFirst().reduce(numbers(first, architecture)) { $0.intersection(numbers($1, architecture)) }
      return (index, set)
    }
  }

  /// The combinations of cubes, one for each argument that is mentioned; any of them lets the call through.
  static func products(of conditions: [ArgumentCondition], _ architecture: Architecture) -> [[Int: Cube]] {
    sets(of: conditions, architecture).reduce([[:]]) { products, argument in
      products.flatMap { product in
        argument.set.cubes.map { product.merging([argument.index: $0]) { _, new in new } }
      }
    }
  }

  /// The combinations that come of several alternatives, without those that lie within another.
  ///
  /// In the order of the alternatives: equal profiles give equal programs.
  static func products(ofAny alternatives: [[ArgumentCondition]], _ architecture: Architecture) -> [[Int: Cube]] {
    var kept: [[Int: Cube]] = []
    for product in alternatives.flatMap({ products(of: $0, architecture) }) {
      if kept.contains(where: { covers($0, product) }) { continue }
      kept.removeAll { covers(product, $0) }
      kept.append(product)
    }
    return kept
  }

  /// Whether whatever passes `narrow` passes `wide`.
  private static func covers(_ wide: [Int: Cube], _ narrow: [Int: Cube]) -> Bool {
    wide.allSatisfy { index, cube in narrow[index].map(cube.contains) ?? false }
  }

  private static func numbers(_ condition: ArgumentCondition, _ architecture: Architecture) -> CubeSet {
    CubeSet(
      condition.values.flatMap {
        CubeSet(condition.comparison, $0[architecture], architecture, condition.width).cubes
      })
  }
}
