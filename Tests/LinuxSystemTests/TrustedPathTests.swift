import LinuxSystem
import TestDirectory
import Testing

@Suite("Paths that only root can have changed", .enabled(if: Linux.effectiveUser == 0, "files of others are made"))
struct TrustedPathTests {
  /// Why a directory is not trusted; nothing where it is.
  private func refusal(_ path: String, owner: UInt32 = 0) -> TrustedPathError? {
    do throws(TrustedPathError) {
      _ = Descriptor(owning: try TrustedPath.openDirectory(path, owner: owner))
      return nil
    } catch {
      return error
    }
  }

  /// Why a file in a directory is not trusted; nothing where it is.
  private func refusal(_ directory: TestDirectory, _ name: String, owner: UInt32 = 0) -> TrustedPathError.Reason? {
    do throws(TrustedPathError) {
      let parent = Descriptor(owning: try TrustedPath.openDirectory(directory.path, owner: owner))
      _ = Descriptor(
        owning: try TrustedPath.openFile(in: parent.number, at: directory.path, named: name, owner: owner))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("a path has to be absolute and plain")
  func form() throws {
    let directory = try TestDirectory()
    try directory.makeDirectory("a")
    let path = directory.file("a")
    #expect(refusal(path) == nil)
    #expect(refusal("/") == nil)
    for wrong in ["", "run", "./run", "/run\0"] {
      #expect(refusal(wrong) == TrustedPathError(path: wrong, reason: .notAbsolute))
    }
    let long = "/" + String(repeating: "n", count: 256)
    for wrong in [
      path + "/", path + "/.", path + "/..", "/" + path, directory.path + "//a", path + "/../a", "//", long,
    ] {
      #expect(refusal(wrong) == TrustedPathError(path: wrong, reason: .notNormal))
    }
  }

  @Test("a symbolic link is not followed, wherever it stands and whosever it is")
  func links() throws {
    let directory = try TestDirectory()
    try directory.makeDirectory("real")
    try directory.makeDirectory("real/inner")
    try directory.makeLink("link", to: "real")
    let expected = TrustedPathError(path: directory.file("link"), reason: .symbolicLink)
    #expect(refusal(directory.file("link")) == expected)
    #expect(refusal(directory.file("link/inner")) == expected)
    #expect(refusal("/proc/self/root") == TrustedPathError(path: "/proc/self", reason: .symbolicLink))
  }

  @Test("a directory that others can write or own spoils everything beneath it")
  func directories() throws {
    let directory = try TestDirectory()
    try directory.makeDirectory("a")
    try directory.makeDirectory("a/b")
    for mode in [0o775, 0o757, 0o1777, 0o720] as [UInt32] {
      try directory.setMode("a", mode)
      #expect(refusal(directory.file("a/b")) == TrustedPathError(path: directory.file("a"), reason: .writable(mode)))
    }
    try directory.setMode("a", 0o755)
    #expect(refusal(directory.file("a/b")) == nil)
    try directory.setOwner("a", 7)
    #expect(refusal(directory.file("a/b")) == TrustedPathError(path: directory.file("a"), reason: .owner(7)))
    // To serve him it will do.
    #expect(refusal(directory.file("a/b"), owner: 7) == nil)
    #expect(refusal(directory.file("a/b"), owner: 8)?.reason == .owner(7))
  }

  @Test("what is no directory, and what is not there, is named")
  func kinds() throws {
    let directory = try TestDirectory()
    try directory.makeFile("file")
    #expect(refusal(directory.file("file")) == TrustedPathError(path: directory.file("file"), reason: .notDirectory))
    #expect(refusal(directory.file("file/x"))?.reason == .notDirectory)
    let absent = try #require(refusal(directory.file("none/x")))
    #expect(absent == TrustedPathError(path: directory.file("none"), reason: .system(2)))
    #expect(absent.isAbsence)
    #expect(absent.description == "\(directory.file("none")): No such file or directory")
  }

  @Test("a file is trusted only where it is a regular one of root's with one name")
  func files() throws {
    let directory = try TestDirectory()
    try directory.makeFile("file", "abc")
    try directory.makeLink("link", to: "file")
    try directory.makeFIFO("fifo")
    try directory.makeDirectory("directory")
    #expect(refusal(directory, "file") == nil)
    #expect(refusal(directory, "link") == .symbolicLink)
    #expect(refusal(directory, "fifo") == .notFile)
    #expect(refusal(directory, "directory") == .notFile)
    #expect(refusal(directory, "none") == .system(2))
    for name in ["", ".", "..", "a/b", "directory/../file", "file\0", String(repeating: "n", count: 256)] {
      #expect(refusal(directory, name) == .notNormal, "\(name)")
    }
    for mode in [0o664, 0o646] as [UInt32] {
      try directory.setMode("file", mode)
      #expect(refusal(directory, "file") == .writable(mode))
    }
    try directory.setMode("file", 0o644)
    try directory.makeName("second", of: "file")
    #expect(refusal(directory, "file") == .links(2))
    try directory.makeFile("foreign")
    try directory.setOwner("foreign", 7)
    #expect(refusal(directory, "foreign") == .owner(7))
    #expect(refusal(directory, "foreign", owner: 7) == nil)
  }

  @Test("the descriptor is that of the file, and can be read")
  func content() throws {
    let directory = try TestDirectory()
    try directory.makeFile("file", "abc")
    let parent = Descriptor(owning: try TrustedPath.openDirectory(directory.path, owner: 0))
    let file = Opened(
      Descriptor(owning: try TrustedPath.openFile(in: parent.number, at: directory.path, named: "file", owner: 0)))
    #expect(try Linux.readAll(file.number, most: 9) == Array("abc".utf8))
    #expect(throws: Errno.badDescriptor) { try Linux.writeWhole([1], to: file.number) }
  }

  @Test("each reason says what would be right")
  func descriptions() {
    let reasons: [(TrustedPathError.Reason, String)] = [
      (.notAbsolute, "/a is not an absolute path"),
      (.notNormal, "/a has an empty, `.`, `..` or overlong component; name it as it is"),
      (.symbolicLink, "/a is a symbolic link; name what it points to"), (.notDirectory, "/a is not a directory"),
      (.notFile, "/a is not a regular file"), (.owner(7), "/a belongs to uid 7; root has to own it"),
      (.writable(0o1777), "/a is writable by others (mode 1777); only its owner may be able to write it"),
      (.links(2), "/a has 2 names (hard links); it has to have one"),
      (.userFileSystem, "/a is in a FUSE file system; an ordinary user may have mounted it"),
      (.replaced, "/a was replaced while it was opened"), (.system(13), "/a: Permission denied"),
      (.system(99_999), "/a: Unknown error"),
    ]
    for (reason, text) in reasons { #expect(TrustedPathError(path: "/a", reason: reason).description == text) }
  }
}
