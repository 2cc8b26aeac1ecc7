import Glibc
import LinuxSystem
import Testing

@testable import SandboxProfiles

@Suite("A trusted path")
struct TrustedPathTests {
  private let owner = geteuid()

  private func reason(_ path: String) -> TrustedPathError.Reason? {
    do throws(TrustedPathError) {
      close(try TrustedPath.openDirectory(path, owner: owner))
      return nil
    } catch {
      return error.reason
    }
  }

  private func reason(_ name: String, in directory: String) -> TrustedPathError.Reason? {
    do throws(TrustedPathError) {
      let place = try TrustedPath.openDirectory(directory, owner: owner)
      defer { close(place) }
      close(try TrustedPath.openFile(in: place, at: directory, named: name, owner: owner))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("leads through directories that only their owner can write")
  func good() throws {
    let scratch = try ScratchDirectory()
    scratch.make("a")
    #expect(reason("/") == nil)
    #expect(reason(scratch.make("a/b")) == nil)
    try scratch.write("a/b/file", Array("x".utf8))
    #expect(reason("file", in: "\(scratch.path)/a/b") == nil)
  }

  @Test(
    "is absolute and plain",
    arguments: ["", "etc", "./etc", "/etc/", "/etc//x", "/etc/./x", "/etc/../x", "/..", "//", "/a\0b"])
  func spelling(_ path: String) {
    let reason = reason(path)
    #expect(reason == .notAbsolute || reason == .notNormal)
  }

  @Test("has no component that is a link, a file, missing, or writable by others")
  func components() throws {
    let scratch = try ScratchDirectory()
    scratch.make("real")
    scratch.make("real/inner")
    try #require(unsafe symlink("real", "\(scratch.path)/link") == 0)
    try scratch.write("file", [])
    scratch.make("shared", mode: 0o775)
    scratch.make("shared/inner")
    scratch.make("sticky", mode: 0o1777)
    #expect(reason("\(scratch.path)/link") == .symbolicLink)
    #expect(reason("\(scratch.path)/link/inner") == .symbolicLink)
    #expect(reason("\(scratch.path)/file") == .notDirectory)
    #expect(reason("\(scratch.path)/none") == .system(ENOENT))
    #expect(reason("\(scratch.path)/shared") == .writable(0o775))
    #expect(reason("\(scratch.path)/shared/inner") == .writable(0o775))
    #expect(reason("\(scratch.path)/sticky") == .writable(0o1777))
    #expect(reason("/tmp/x") == .writable(0o1777))
  }

  @Test("belongs to root or to the user whom it serves")
  func owners() throws {
    try #require(geteuid() == 0, "only root can give files away")
    let scratch = try ScratchDirectory()
    let directory = scratch.make("theirs")
    try #require(unsafe chown(directory, 4711, 4711) == 0)
    #expect(reason(directory) == .owner(4711))
    // The same directory serves its owner.
    let descriptor = try TrustedPath.openDirectory(directory, owner: 4711)
    close(descriptor)
  }

  @Test("ends in a regular file with one name")
  func files() throws {
    let scratch = try ScratchDirectory()
    let file = try scratch.write("file", Array("x".utf8))
    try scratch.write("loose", [], mode: 0o664)
    try #require(unsafe symlink("file", "\(scratch.path)/link") == 0)
    try #require(unsafe mkfifo("\(scratch.path)/fifo", 0o600) == 0)
    scratch.make("directory")
    #expect(reason("file", in: scratch.path) == nil)
    #expect(reason("link", in: scratch.path) == .symbolicLink)
    #expect(reason("fifo", in: scratch.path) == .notFile)
    #expect(reason("directory", in: scratch.path) == .notFile)
    #expect(reason("loose", in: scratch.path) == .writable(0o664))
    #expect(reason("none", in: scratch.path) == .system(ENOENT))
    for name in ["", ".", "..", "a/b", "file\0"] { #expect(reason(name, in: scratch.path) == .notNormal) }
    try #require(unsafe link(file, "\(scratch.path)/second") == 0)
    #expect(reason("file", in: scratch.path) == .links(2))
  }

  @Test("is named in the message, with what would be right")
  func messages() {
    let error = TrustedPathError(path: "/tmp/x", reason: .writable(0o1777))
    #expect(
      "\(error)" == "/tmp/x is writable by others (mode 1777); only its owner may be able to write it")
    #expect("\(TrustedPathError(path: "/x", reason: .system(ENOENT)))" == "/x: No such file or directory")
    #expect("\(TrustedPathError(path: "/x", reason: .owner(5)))" == "/x belongs to uid 5; root has to own it")
  }
}
