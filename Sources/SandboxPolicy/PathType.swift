/// A path, as far as its text goes; the launcher then opens it beneath its directory.
enum PathType {
  /// The longest path that the kernel takes, `PATH_MAX` less its NUL.
  static let longest = 4095
  /// The longest name within a path, `NAME_MAX`.
  static let longestComponent = 255

  /// An absolute path without empty, `.` and `..` components, strictly beneath the rule's directory.
  static func check(_ word: [UInt8], _ rule: PathRule) throws(ValueError) -> String {
    let slash = UInt8(ascii: "/")
    guard word.count <= longest else { throw ValueError("is too long: a path has at most \(longest) bytes") }
    guard word.first == slash else { throw ValueError("is not \(ArgumentType.path(rule).expectation)") }
    for component in word.dropFirst().split(separator: slash, omittingEmptySubsequences: false) {
      guard !component.isEmpty else { throw ValueError("is not a plain path: it has an empty component") }
      guard !component.elementsEqual(".".utf8), !component.elementsEqual("..".utf8) else {
        throw ValueError("is not a plain path: it has a component . or ..")
      }
      guard component.count <= longestComponent else {
        throw ValueError("is not a path: a component has more than \(longestComponent) bytes")
      }
    }
    let directory = Array(rule.under.utf8)
    let prefix = directory.last == slash ? directory : directory + [slash]
    guard word.count > prefix.count, word.starts(with: prefix) else { throw ValueError("is not beneath \(rule.under)") }
    return String(decoding: word, as: UTF8.self)
  }
}
