/// Reads a pattern's text, by recursive descent.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  /// Groups within groups; a launcher with a small stack reads patterns, too.
  private static let deepest = 32
  private static let mostRepetitions = 1000

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(PatternError) -> PatternTree {
    guard !scalars.isEmpty else { throw error("an empty pattern matches only an empty value") }
    let tree = try choice()
    guard index == scalars.count else { throw error("a ) without (; write \\) for the character") }
    return tree
  }

  private mutating func choice() throws(PatternError) -> PatternTree {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let next = peek, next != "|", next != ")" {
      let part = try atom()
      parts.append(try repeated(part))
    }
    switch parts.count {
    case 0: return .empty
    case 1: return parts[0]
    default: return .sequence(parts)
    }
  }

  private mutating func atom() throws(PatternError) -> PatternTree {
    guard let scalar = peek else { throw error("the pattern ends too early") }
    switch scalar {
    case "(": return try group()
    case "[": return .one(try scalarClass())
    case "\\": return .one(try escape())
    case ".":
      index += 1
      return .one(.everything)
    case "*", "+", "?", "{": throw error("\(scalar) has nothing to repeat; write \\\(scalar) for the character")
    case "]", "}": throw error("a \(scalar) alone; write \\\(scalar) for the character")
    case "^", "$":
      throw error("there are no anchors, a pattern matches the whole value; write \\\(scalar) for the character")
    default:
      index += 1
      return .one(.scalar(scalar))
    }
  }

  private mutating func group() throws(PatternError) -> PatternTree {
    let start = index
    index += 1
    guard peek != "?" else { throw error("(? is not known; a group is ( … ) and nothing more") }
    guard depth < Self.deepest else { throw error("groups stand more than \(Self.deepest) deep") }
    depth += 1
    let tree = try choice()
    depth -= 1
    guard take(")") else { throw error("a ( without )", at: start) }
    return tree
  }

  private mutating func escape() throws(PatternError) -> ScalarSet {
    guard index + 1 < scalars.count else { throw error("a \\ at the end; write \\\\ for the character") }
    let scalar = scalars[index + 1]
    let set: ScalarSet
    switch scalar {
    case "d": set = .digits
    case "w": set = .word
    case "s": set = .space
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": set = .scalar(scalar)
    default: throw error("an escape that is not known; there are \\d, \\w, \\s and escaped punctuation")
    }
    index += 2
    return set
  }

  private mutating func scalarClass() throws(PatternError) -> ScalarSet {
    let start = index
    index += 1
    var set = ScalarSet(ranges: [])
    set.isNegated = take("^")
    while let scalar = peek, scalar != "]" {
      let place = index
      let first = try classMember()
      guard peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        set.ranges += first.ranges
        continue
      }
      index += 1
      let last = try classMember()
      guard let low = first.onlyScalar, let high = last.onlyScalar else {
        throw error("a range needs one character at either end", at: place)
      }
      guard low <= high else { throw error("a range that runs backwards", at: place) }
      set.ranges.append(low...high)
    }
    guard take("]") else { throw error("a [ without ]", at: start) }
    guard !set.ranges.isEmpty else { throw error("an empty class", at: start) }
    return set
  }

  private mutating func classMember() throws(PatternError) -> ScalarSet {
    guard let scalar = peek else { throw error("the pattern ends within a class") }
    if scalar == "\\" { return try escape() }
    guard scalar != "[" else { throw error("a [ within a class; write \\[ for the character") }
    index += 1
    return .scalar(scalar)
  }

  private mutating func repeated(_ part: PatternTree) throws(PatternError) -> PatternTree {
    let start = index
    var bounds: (min: Int, max: Int?)
    switch peek {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{": bounds = try counts()
    default: return part
    }
    if scalars[start] != "{" { index += 1 }
    switch peek {
    case "*", "+", "?", "{": throw error("two repetitions of one thing; write a group")
    default: break
    }
    return .repetition(part, min: bounds.min, max: bounds.max)
  }

  /// `{m}`, `{m,}` or `{m,n}`.
  private mutating func counts() throws(PatternError) -> (min: Int, max: Int?) {
    let start = index
    index += 1
    let wrong = "a repetition is {m}, {m,} or {m,n} with numbers up to \(Self.mostRepetitions)"
    guard let low = number() else { throw error(wrong, at: start) }
    if take("}") {
      guard low > 0 else { throw error("{0} matches nothing", at: start) }
      return (low, low)
    }
    guard take(",") else { throw error(wrong, at: start) }
    if take("}") { return (low, nil) }
    guard let high = number(), take("}") else { throw error(wrong, at: start) }
    guard low <= high, high > 0 else { throw error("a repetition whose end is before its beginning", at: start) }
    return (low, high)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = peek, ("0"..."9").contains(scalar) {
      let next = (value ?? 0) * 10 + Int(scalar.value - 0x30)
      guard next <= Self.mostRepetitions else { return nil }
      value = next
      index += 1
    }
    return value
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  private func error(_ message: String, at place: Int? = nil) -> PatternError {
    let offset = scalars[..<(place ?? index)].reduce(0) { $0 + UTF8.width($1) }
    return PatternError(offset: offset, message: message)
  }
}

extension ScalarSet {
  /// The scalar, where the set is one scalar.
  fileprivate var onlyScalar: UInt32? {
    guard !isNegated, ranges.count == 1, ranges[0].lowerBound == ranges[0].upperBound else { return nil }
    return ranges[0].lowerBound
  }
}
