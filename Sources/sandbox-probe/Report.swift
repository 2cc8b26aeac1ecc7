internal import CLinux

/// `report [PART…]`: everything that a process can find out about itself, or only the parts named.
enum Report {
  static let parts: [(String, @Sendable () -> Value)] = [
    ("identity", Status.identity), ("capabilities", Status.capabilities), ("process", Status.process),
    ("scheduling", Status.scheduling), ("signals", Status.signals), ("limits", Status.limits),
    ("descriptors", Surroundings.descriptors), ("environment", Surroundings.environment),
    ("arguments", Surroundings.arguments), ("directory", Surroundings.directory), ("host", Surroundings.hostname),
    ("namespaces", Namespaces.all), ("keyring", Traces.keyring),
  ]

  static func print(_ words: [String]) -> Int32 {
    // Words that are no part's name are there for `arguments` to show.
    let chosen = parts.filter { part in words.isEmpty || words.contains(part.0) }
    Output.line(.object(chosen.map { ($0.0, $0.1()) }))
    return 0
  }
}
