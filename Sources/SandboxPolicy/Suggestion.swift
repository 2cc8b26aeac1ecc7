/// "Did you mean …?": the known word that a misspelt one is closest to.
public enum Suggestion {
  /// The candidate at the smallest distance, or nothing where none is close.
  ///
  /// Close is at most two slips, or a third of the word's length where that is more, and always less than the whole
  /// word. Of two that are equally close the first is taken.
  public static func closest(to word: String, in candidates: some Sequence<String>) -> String? {
    let typed = Array(word.utf8)
    // A word that is this long was never a slip, and the distance costs the product of the lengths.
    guard !typed.isEmpty, typed.count <= 128 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let known = Array(candidate.utf8)
      let limit = min(max(2, typed.count / 3), max(typed.count, known.count) - 1)
      guard abs(known.count - typed.count) <= limit else { continue }
      let found = distance(typed, known)
      guard found <= limit, found < best?.distance ?? Int.max else { continue }
      best = (candidate, found)
    }
    return best?.candidate
  }

  /// How many slips lie between two words: a byte too many, too few, another, or two neighbours exchanged
  /// (the optimal string alignment form of the Damerau–Levenshtein distance).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
