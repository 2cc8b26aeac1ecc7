/// A pattern as a nondeterministic automaton (Thompson's), run with all its states at once.
///
/// Each scalar of the text visits each state at most once: a run takes at most (scalars + 1) × states steps, whatever
/// the pattern. Backtracking would be exponential for the likes of `(a*)*b`.
struct PatternProgram: Equatable, Sendable {
  private enum Instruction: Equatable, Sendable {
    /// Go on to the next instruction with a scalar of this set.
    case one(Int)
    /// Go on at the next instruction and at that one.
    case split(Int)
    /// Go on at that one.
    case jump(Int)
    /// The whole pattern has matched.
    case accept
  }

  private var instructions: [Instruction] = []
  private var sets: [ScalarSet] = []

  /// The number of states.
  var count: Int { instructions.count }

  init(_ tree: PatternTree) {
    append(tree)
    instructions.append(.accept)
  }

  private mutating func append(_ tree: PatternTree) {
    switch tree {
    case .empty: break
    case .one(let set):
      let known = sets.firstIndex(of: set)
      if known == nil { sets.append(set) }
      instructions.append(.one(known ?? sets.count - 1))
    case .sequence(let parts): for part in parts { append(part) }
    case .choice(let parts):
      var ends: [Int] = []
      for part in parts.dropLast() {
        let split = reserve()
        append(part)
        ends.append(reserve())
        instructions[split] = .split(count)
      }
      if let last = parts.last { append(last) }
      for end in ends { instructions[end] = .jump(count) }
    case .repetition(let part, let min, let max):
      for _ in 0..<min { append(part) }
      guard let max else {
        let split = reserve()
        append(part)
        instructions.append(.jump(split))
        instructions[split] = .split(count)
        return
      }
      var splits: [Int] = []
      for _ in min..<max {
        splits.append(reserve())
        append(part)
      }
      for split in splits { instructions[split] = .split(count) }
    }
  }

  /// Keeps a place for a jump whose end is not known yet.
  private mutating func reserve() -> Int {
    instructions.append(.accept)
    return count - 1
  }

  /// Whether the whole text matches, and how many states were visited.
  func run(_ text: String) -> (matched: Bool, steps: Int) {
    var states = StateSet(capacity: count)
    var next = StateSet(capacity: count)
    var steps = follow(0, into: &states)
    for scalar in text.unicodeScalars {
      next.removeAll()
      for state in states.members {
        if case .one(let set) = instructions[state], sets[set].contains(scalar) {
          steps += follow(state + 1, into: &next)
        }
      }
      if next.members.isEmpty { return (false, steps) }
      swap(&states, &next)
    }
    return (states.members.contains { instructions[$0] == .accept }, steps)
  }

  /// Adds what can be reached from `start` without a scalar; says how many states are new.
  private func follow(_ start: Int, into states: inout StateSet) -> Int {
    var pending = [start]
    var added = 0
    while let state = pending.popLast() {
      guard states.insert(state) else { continue }
      added += 1
      switch instructions[state] {
      case .one, .accept: break
      case .jump(let target): pending.append(target)
      case .split(let target):
        pending.append(target)
        pending.append(state + 1)
      }
    }
    return added
  }
}

/// A set of states that is emptied at the cost of its members.
private struct StateSet {
  private(set) var members: [Int] = []
  private var isMember: [Bool]

  init(capacity: Int) { isMember = Array(repeating: false, count: capacity) }

  mutating func insert(_ state: Int) -> Bool {
    guard !isMember[state] else { return false }
    isMember[state] = true
    members.append(state)
    return true
  }

  mutating func removeAll() {
    for state in members { isMember[state] = false }
    members.removeAll(keepingCapacity: true)
  }
}
