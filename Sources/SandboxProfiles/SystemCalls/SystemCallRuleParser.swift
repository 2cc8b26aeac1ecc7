internal import SandboxPolicy

/// Reads one element of `syscalls:`.
///
///     rule      = "@" name | name [ "(" condition { "&&" condition } ")" ]
///     condition = argument operator value | argument "in" "{" value { "," value } "}" | argument "&" value [ ("==" | "!=") value ]
///     value     = term { "|" term }
///
/// Judged on bytes: a look-alike letter is not part of any name.
struct SystemCallRuleParser {
  private var scanner: ByteScanner

  init(_ text: String) { scanner = ByteScanner(text) }

  /// Reads the whole text.
  mutating func parse() throws(SystemCallRuleError) -> SystemCallRule.Subject {
    if scanner.skip("@") {
      let word = scanner.word(with: "-")
      let name = "@\(word)"
      guard SystemCallGroups.named(name) != nil else {
        throw SystemCallRuleError(
          at: 0, word.isEmpty ? "a group's name is missing after @" : "unknown group of system calls \(name)",
          suggestion: SystemCallSpelling.closest(to: name, in: SystemCallGroups.all.map(\.name)))
      }
      try expectEnd()
      return .group(name)
    }
    let name = scanner.word()
    guard !name.isEmpty else {
      throw SystemCallRuleError(at: 0, scanner.isAtEnd ? "a system call is missing" : "not the name of a system call")
    }
    guard SystemCallTable.knows(name) else {
      throw SystemCallRuleError(
        at: 0, "unknown system call \(name)", suggestion: SystemCallSpelling.closestCall(to: name))
    }
    let end = scanner.position
    scanner.skipSpaces()
    guard scanner.skip("(") else {
      scanner.position = end
      try expectEnd()
      return .call(name, [])
    }
    let conditions = try parseConditions(of: name)
    try expectEnd()
    try ConditionCheck.check(conditions, of: name)
    return .call(name, conditions)
  }

  private mutating func expectEnd() throws(SystemCallRuleError) {
    guard scanner.isAtEnd else {
      throw SystemCallRuleError(at: scanner.position, "expected the end instead of \(scanner.nextToken)")
    }
  }

  // MARK: Conditions

  private mutating func parseConditions(of call: String) throws(SystemCallRuleError) -> [ArgumentCondition] {
    var conditions: [ArgumentCondition] = []
    repeat {
      conditions.append(try parseCondition(of: call))
      scanner.skipSpaces()
    } while scanner.skip("&&")
    guard scanner.skip(")") else {
      if scanner.isAtEnd { throw SystemCallRuleError(at: scanner.position, "a closing ) is missing") }
      let hint = scanner.isNext("||") ? "; || is written as in {A, B} or as an element of its own" : ""
      throw SystemCallRuleError(at: scanner.position, "expected && or ) instead of \(scanner.nextToken)\(hint)")
    }
    return conditions
  }

  private mutating func parseCondition(of call: String) throws(SystemCallRuleError) -> ArgumentCondition {
    scanner.skipSpaces()
    let start = scanner.position
    let name = scanner.word()
    guard !name.isEmpty else { throw SystemCallRuleError(at: start, "a condition is missing") }
    let argument = try findArgument(name, of: call, at: start)
    scanner.skipSpaces()
    let operatorStart = scanner.position
    let word = try parseOperator()
    if argument.width == .unknown && !["==", "in", "&"].contains(word) {
      throw SystemCallRuleError(
        at: operatorStart, "the width of \(name) is not known, so that only ==, in and & can be used")
    }
    var text = "\(name) \(word) "
    if word == "in" {
      let (values, valuesText) = try parseList(argument.width)
      return ArgumentCondition(
        index: argument.index, width: argument.width, comparison: .equal, values: values, text: text + valuesText)
    }
    let (value, valueText) = try parseValue(argument.width, isOrdered: word.utf8.first.map(isOrder) ?? false)
    text += valueText
    var comparison = Self.comparisons[word] ?? .equal
    scanner.skipSpaces()
    if word == "&", scanner.isNext("==") || scanner.isNext("!=") {
      let isEqual = scanner.skip("==")
      if !isEqual { _ = scanner.skip("!=") }
      let (pattern, patternText) = try parseValue(argument.width, isOrdered: false)
      comparison = isEqual ? .maskedEqual(pattern) : .maskedNotEqual(pattern)
      text += " \(isEqual ? "==" : "!=") \(patternText)"
    }
    return ArgumentCondition(
      index: argument.index, width: argument.width, comparison: comparison, values: [value], text: text)
  }

  private func findArgument(
    _ name: String, of call: String, at offset: Int
  ) throws(SystemCallRuleError) -> SystemCallArgument {
    let signature = SystemCallSignature.of(call)
    if let argument = signature?.argument(named: name) { return argument }
    let isNumbered = name.utf8.count == 4 && name.hasPrefix("arg")
    if isNumbered, let digit = name.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "5")).contains(digit) {
      let index = Int(digit - UInt8(ascii: "0"))
      guard let signature else { return SystemCallArgument(index: index, names: [name], width: .unknown) }
      if index < signature.arguments.count { return signature.arguments[index] }
      throw SystemCallRuleError(at: offset, "\(call) has \(signature.countText)")
    }
    guard let signature else {
      throw SystemCallRuleError(at: offset, "the arguments of \(call) are known as arg0 to arg5 only")
    }
    guard !signature.arguments.isEmpty else { throw SystemCallRuleError(at: offset, "\(call) has no arguments") }
    throw SystemCallRuleError(
      at: offset, "\(call) has no argument \(name), only \(signature.namesText)",
      suggestion: SystemCallSpelling.closest(to: name, in: signature.arguments.flatMap(\.names)))
  }

  // MARK: Operators and values

  private static let comparisons: [String: ArgumentCondition.Comparison] = [
    "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "&": .anyBit,
  ]

  private func isOrder(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }

  private mutating func parseOperator() throws(SystemCallRuleError) -> String {
    let start = scanner.position
    guard !scanner.isNext("&&") else { throw SystemCallRuleError(at: start, "an operator is missing before &&") }
    for word in ["==", "!=", "<=", ">=", "<", ">", "&"] where scanner.skip(word) { return word }
    if scanner.isNext("=") { throw SystemCallRuleError(at: start, "= is written ==") }
    if scanner.word() == "in" { return "in" }
    scanner.position = start
    throw SystemCallRuleError(
      at: start, "expected an operator (== != < <= > >= & in) instead of \(scanner.nextToken)")
  }

  /// The most values of one list; the kernel takes 4,096 instructions in all.
  private static let mostValues = 512

  private mutating func parseList(
    _ width: ArgumentWidth
  ) throws(SystemCallRuleError) -> (values: [ConditionValue], text: String) {
    scanner.skipSpaces()
    guard scanner.skip("{") else {
      throw SystemCallRuleError(at: scanner.position, "in is followed by values in braces: in {A, B}")
    }
    var values: [ConditionValue] = []
    var texts: [String] = []
    repeat {
      let (value, text) = try parseValue(width, isOrdered: false)
      guard values.count < Self.mostValues else {
        throw SystemCallRuleError(at: scanner.position, "a list has at most \(Self.mostValues) values")
      }
      values.append(value)
      texts.append(text)
      scanner.skipSpaces()
    } while scanner.skip(",")
    guard scanner.skip("}") else {
      throw SystemCallRuleError(at: scanner.position, "expected , or } instead of \(scanner.nextToken)")
    }
    return (values, "{\(texts.joined(separator: ", "))}")
  }

  private mutating func parseValue(
    _ width: ArgumentWidth, isOrdered: Bool
  ) throws(SystemCallRuleError) -> (value: ConditionValue, text: String) {
    scanner.skipSpaces()
    let start = scanner.position
    var (value, text) = try parseTerm()
    scanner.skipSpaces()
    while !scanner.isNext("||"), scanner.skip("|") {
      scanner.skipSpaces()
      let (next, nextText) = try parseTerm()
      value = value | next
      text += " | \(nextText)"
      scanner.skipSpaces()
    }
    for architecture in Architecture.allCases {
      let number = value[architecture]
      guard width.holds(number, isNegative: value.isNegative) else {
        throw SystemCallRuleError(at: start, "\(text) does not fit into the argument's \(width.bits) bits")
      }
      // Were these allowed, `fd < -1` would mean "less than 4294967295".
      let isWrongSide = width.isSigned ? !value.isNegative && number > width.mask >> 1 : value.isNegative
      if isOrdered && isWrongSide {
        throw SystemCallRuleError(
          at: start, "the argument is \(width.isSigned ? "signed" : "unsigned"): it is never compared with \(text)")
      }
    }
    return (value, text)
  }

  private mutating func parseTerm() throws(SystemCallRuleError) -> (value: ConditionValue, text: String) {
    let start = scanner.position
    let isNegative = scanner.skip("-")
    let word = scanner.word()
    guard let first = word.utf8.first else {
      throw SystemCallRuleError(
        at: start, scanner.isAtEnd ? "a value is missing" : "expected a value instead of \(scanner.nextToken)")
    }
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      guard !isNegative, let value = KernelConstants.value(of: word) else {
        throw SystemCallRuleError(
          at: start, "unknown constant \(isNegative ? "-" : "")\(word)",
          suggestion: SystemCallSpelling.closest(to: word, in: KernelConstants.names))
      }
      return (value, word)
    }
    let number = try parseNumber(word, at: start)
    guard isNegative else { return (ConditionValue(number), word) }
    guard number > 0, number <= 1 << 63 else { throw SystemCallRuleError(at: start, "-\(word) is no number") }
    return (ConditionValue(~number &+ 1, isNegative: true), "-\(word)")
  }

  private func parseNumber(_ word: String, at offset: Int) throws(SystemCallRuleError) -> UInt64 {
    let digits: Substring
    let radix: Int
    if word.hasPrefix("0x") {
      (digits, radix) = (word.dropFirst(2), 16)
    } else if word.hasPrefix("0o") {
      (digits, radix) = (word.dropFirst(2), 8)
    } else if word.utf8.first == UInt8(ascii: "0") && word.utf8.count > 1 {
      throw SystemCallRuleError(at: offset, "\(word) may be octal or decimal; octal numbers are written 0o17")
    } else {
      (digits, radix) = (word[...], 10)
    }
    guard let number = UInt64(digits, radix: radix) else {
      throw SystemCallRuleError(at: offset, "\(word) is not a number of 64 bits")
    }
    return number
  }
}
