/// The numbers of the host's users and groups by name, passwd(5) and group(5).
public struct NameTable: Equatable, Sendable {
  /// The uid of each user.
  public var users: [String: UInt32]
  /// The gid of each group.
  public var groups: [String: UInt32]

  /// A table of these names.
  public init(users: [String: UInt32] = [:], groups: [String: UInt32] = [:]) {
    self.users = users
    self.groups = groups
  }

  /// Reads the contents of /etc/passwd and /etc/group.
  ///
  /// A line that is none is passed over, as the C library does: a damaged line must not take away the others. Of two
  /// lines with one name the first counts.
  public static func parse(passwd: [UInt8], group: [UInt8]) -> NameTable {
    NameTable(users: numbers(passwd, fields: 7), groups: numbers(group, fields: 4))
  }

  private static func numbers(_ bytes: [UInt8], fields count: Int) -> [String: UInt32] {
    var numbers: [String: UInt32] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count == count, isName(fields[0]), let value = NumberTypes.decimal(fields[2]),
        let number = UInt32(exactly: value), number != UInt32.max
      else { continue }
      let name = String(decoding: fields[0], as: UTF8.self)
      if numbers[name] == nil { numbers[name] = number }
    }
    return numbers
  }

  /// Letters, digits and `_.-$`, not a digit, dash or dot first: this leaves out the `+` and `-` of NIS as well.
  private static func isName(_ field: ArraySlice<UInt8>) -> Bool {
    guard let first = field.first, NameTypes.isLetterOrDigit(first) || first == UInt8(ascii: "_") else { return false }
    guard !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return field.allSatisfy { NameTypes.isLetterOrDigit($0) || "_.-$".utf8.contains($0) }
  }

  /// The number of the name that is spelt with exactly these bytes.
  ///
  /// A dictionary's own look-up takes other spellings of equal characters, the Kelvin sign for K.
  static func number(of name: [UInt8], in table: [String: UInt32]) -> UInt32? {
    guard let text = UTF8Scalar.text(name), let index = table.index(forKey: text) else { return nil }
    let (key, number) = table[index]
    return key.utf8.elementsEqual(name) && number != UInt32.max ? number : nil
  }
}
