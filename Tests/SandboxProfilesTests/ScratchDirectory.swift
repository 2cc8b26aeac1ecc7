import Glibc

@testable import SandboxProfiles

/// A directory of one test, in a place that is trusted: root's /run, or the user's home.
final class ScratchDirectory {
  let path: String

  init() throws {
    let base = geteuid() == 0 ? "/run" : unsafe String(cString: getenv("HOME"))
    var template = Array("\(base)/sandbox-run-test.XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw HostFile.Failure(action: "create", path: base, code: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // The umask of whoever runs the tests does not matter.
    unsafe chmod(path, 0o755)
  }

  deinit { Self.remove(path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws -> String {
    let file = "\(path)/\(name)"
    let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw HostFile.Failure(action: "create", path: file, code: errno) }
    defer { close(descriptor) }
    guard unsafe bytes.withUnsafeBytes({ unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }) == bytes.count
    else {
      throw HostFile.Failure(action: "write", path: file, code: errno)
    }
    fchmod(descriptor, mode)
    return file
  }

  /// Makes a directory and returns its path.
  @discardableResult
  func make(_ name: String, mode: mode_t = 0o755) -> String {
    let directory = "\(path)/\(name)"
    unsafe mkdir(directory, 0o755)
    unsafe chmod(directory, mode)
    return directory
  }

  private static func remove(_ path: String) {
    for name in (try? HostFile.names(in: path)) ?? [] {
      let inner = "\(path)/\(name)"
      if unsafe unlink(inner) != 0 { remove(inner) }
    }
    unsafe rmdir(path)
  }
}
