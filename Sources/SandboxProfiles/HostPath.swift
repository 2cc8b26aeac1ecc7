internal import Glibc

/// What the profile language takes for a path.
enum HostPath {
  /// Whether the path is absolute, has only plain components, and is not `/` itself.
  static func isNormal(_ path: String) -> Bool { fault(path) == nil }

  /// What keeps a text from being a plain absolute path, as the end of a message; nothing where it is one.
  static func fault(_ path: String) -> String? {
    guard path.utf8.first == UInt8(ascii: "/") else { return "is not an absolute path" }
    guard path.utf8.count > 1 else { return "is the root directory" }
    guard path.utf8.last != UInt8(ascii: "/") else { return "ends in /" }
    guard path.utf8.count <= 4095 else { return "is longer than 4095 bytes" }
    for component in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if component.isEmpty { return "has // in it" }
      if component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
        return "has the component \(String(decoding: component, as: UTF8.self)) in it"
      }
      if component.count > 255 { return "has a component of more than 255 bytes" }
      if component.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "has a control character in it" }
    }
    return nil
  }

  /// Whether `path` is `directory` or lies beneath it.
  static func covers(_ directory: String, _ path: String) -> Bool {
    if directory == "/" { return true }
    guard path.utf8.starts(with: directory.utf8) else { return false }
    return path.utf8.count == directory.utf8.count
      || path.utf8.dropFirst(directory.utf8.count).first == UInt8(ascii: "/")
  }

  /// The directory in which the path's last component stands.
  static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.utf8.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The path from `/` on, `.` and `..` resolved by their meaning alone.
  ///
  /// Where a link stands before a `..` the kernel would go elsewhere; what matters is judged again, link by link, on
  /// the path that comes out.
  static func absolute(_ path: String) -> String {
    var components: [Substring] = []
    let start = path.hasPrefix("/") ? "" : workingDirectory + "/"
    for component in (start + path).split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return "/" + components.joined(separator: "/")
  }

  private static var workingDirectory: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
