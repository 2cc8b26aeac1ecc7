internal import Glibc

/// A directory of one test, which nobody but root can write all the way up; it goes with its owner.
public final class TestDirectory {
  /// The absolute path.
  public let path: String
  private var made: [String] = []

  /// Makes the directory, mode 0700 whatever the umask is.
  public init() throws {
    var template = Array("/run/sandbox-run-test.XXXXXX".utf8CString)
    let name = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let place = buffer.baseAddress, unsafe mkdtemp(place) != nil else { return nil }
      return unsafe String(cString: place)
    }
    guard let name else { throw TestDirectoryError(errno) }
    path = name
  }

  deinit {
    for path in made.reversed() { _ = unsafe remove(path) }
    _ = unsafe rmdir(path)
  }

  /// The absolute path of a name in the directory.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a file with this content.
  @discardableResult
  public func makeFile(_ name: String, _ content: String = "", mode: UInt32 = 0o644) throws -> String {
    let path = file(name)
    guard let stream = unsafe fopen(path, "wx") else { throw TestDirectoryError(errno) }
    made.append(path)
    _ = unsafe fputs(content, stream)
    _ = unsafe fclose(stream)
    try setMode(name, mode)
    return path
  }

  /// Makes a directory.
  @discardableResult
  public func makeDirectory(_ name: String, mode: UInt32 = 0o755) throws -> String {
    try check(unsafe mkdir(file(name), 0o700), name)
    try setMode(name, mode)
    return file(name)
  }

  /// Makes a symbolic link.
  public func makeLink(_ name: String, to target: String) throws { try check(unsafe symlink(target, file(name)), name) }

  /// Makes a second name of a file.
  public func makeName(_ name: String, of existing: String) throws {
    try check(unsafe link(file(existing), file(name)), name)
  }

  /// Makes a FIFO.
  public func makeFIFO(_ name: String) throws { try check(unsafe mkfifo(file(name), 0o600), name) }

  /// Notes a name that somebody else made, so that it goes with the rest.
  public func adopt(_ name: String) { made.append(file(name)) }

  /// Sets permissions.
  public func setMode(_ name: String, _ mode: UInt32) throws {
    guard unsafe chmod(file(name), mode) == 0 else { throw TestDirectoryError(errno) }
  }

  /// Gives a file away, not following a link.
  public func setOwner(_ name: String, _ user: UInt32) throws {
    guard unsafe lchown(file(name), user, gid_t.max) == 0 else { throw TestDirectoryError(errno) }
  }

  private func check(_ result: Int32, _ name: String) throws {
    guard result == 0 else { throw TestDirectoryError(errno) }
    made.append(file(name))
  }
}

/// Why a test's directory could not be made as it has to be.
public struct TestDirectoryError: Error {
  /// The error of the C library.
  public let code: Int32

  init(_ code: Int32) { self.code = code }
}
