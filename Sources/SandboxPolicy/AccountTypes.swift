/// The types whose values are users and groups; the canonical spelling is the number.
enum AccountTypes {
  static func user(_ word: [UInt8], _ names: NameTable) throws(ValueError) -> String {
    try number(word, in: names.users, kind: "user")
  }

  static func group(_ word: [UInt8], _ names: NameTable) throws(ValueError) -> String {
    try number(word, in: names.groups, kind: "group")
  }

  /// The number itself, or that of the name; digits are always a number, whatever names there are.
  private static func number(
    _ word: [UInt8], in table: [String: UInt32], kind: String
  ) throws(ValueError) -> String {
    if let first = word.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
      // The largest number means "no change" to setresuid(2) and chown(2).
      guard let number = NumberTypes.decimal(word), number < UInt64(UInt32.max) else {
        throw ValueError("is not the number of a \(kind), 0 to \(UInt32.max - 1)")
      }
      return String(number)
    }
    guard let number = NameTable.number(of: word, in: table) else { throw ValueError("is not a \(kind) of this host") }
    return String(number)
  }
}
