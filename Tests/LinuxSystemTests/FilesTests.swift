import LinuxSystem
import TestDirectory
import Testing

@Suite("Calls about files", .enabled(if: Linux.effectiveUser == 0, "files of root are made"))
struct FilesTests {
  /// The error of a call; nothing where there is none.
  private func error(_ body: () throws(Errno) -> Void) -> Errno? {
    do throws(Errno) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("a file is opened as its flags say, and what they rule out is an error")
  func flags() throws {
    let directory = try TestDirectory()
    try directory.makeFile("file", "abc")
    try directory.makeDirectory("directory")
    try directory.makeLink("link", to: "file")
    try directory.makeLink("loop", to: "loop")
    try directory.makeFIFO("fifo")
    typealias Flags = Linux.OpenFlags
    let cases: [(String, Flags, Errno?)] = [
      ("file", .readOnly, nil), ("file", .writeOnly, nil), ("file", .readWrite, nil),
      ("file", .directory, .notDirectory),
      ("file", [.create, .exclusive, .writeOnly], .fileExists), ("file", [.create, .writeOnly], nil),
      ("none", .readOnly, .noSuchFile), ("none/x", [.create, .writeOnly], .noSuchFile),
      ("file/x", .readOnly, .notDirectory),
      ("directory", .readOnly, nil), ("directory", .directory, nil), ("directory", .writeOnly, Errno(21)),
      ("link", .readOnly, nil), ("link", .noFollow, .tooManyLinks), ("link", [.noFollow, .path], nil),
      ("loop", .readOnly, .tooManyLinks), ("fifo", [.writeOnly, .nonBlocking], Errno(6)),
      ("fifo", [.nonBlocking], nil), ("fifo", .path, nil), ("a\0b", .readOnly, .noSuchFile),
      ("", .readOnly, .noSuchFile),
      (String(repeating: "n", count: 256), .readOnly, Errno(36)),
    ]
    let handle = Opened(try Linux.open(directory.path, [.path, .directory]))
    for (name, flags, expected) in cases {
      let result = error { () throws(Errno) in _ = try Linux.open(name, in: handle.number, flags) }
      #expect(result == expected, "\(name) \(flags.rawValue)")
    }
  }

  @Test("a path is resolved no further than its rules say")
  func resolution() throws {
    let directory = try TestDirectory()
    try directory.makeDirectory("inside")
    try directory.makeFile("inside/file")
    try directory.makeLink("inside/near", to: "file")
    try directory.makeLink("inside/out", to: "..")
    try directory.makeLink("inside/absolute", to: "/")
    let handle = Opened(try Linux.open(directory.file("inside"), [.path, .directory]))
    let crossing = Errno(18)
    let cases: [(String, Linux.Resolution, Errno?)] = [
      ("file", [.beneath, .noSymbolicLinks], nil), ("near", .beneath, nil), ("near", .noSymbolicLinks, .tooManyLinks),
      ("..", .beneath, crossing), ("../inside/file", .beneath, crossing), ("out", .beneath, crossing),
      ("absolute", .beneath, crossing), ("/etc", .beneath, crossing), ("..", [], nil),
    ]
    for (name, rules, expected) in cases {
      let result = error { () throws(Errno) in
        _ = try Linux.open(name, in: handle.number, [.path], resolving: rules)
      }
      #expect(result == expected, "\(name) \(rules.rawValue)")
    }
    let magic = "/proc/self/fd/\(handle.number)"
    #expect(error { () throws(Errno) in _ = try Linux.open(magic, [.path]) } == nil)
    #expect(error { () throws(Errno) in _ = try Linux.open(magic, [.path], resolving: .noMagicLinks) } == .tooManyLinks)
  }

  @Test("the status of a file is that of the file and not of a link to it")
  func status() throws {
    let directory = try TestDirectory()
    try directory.makeFile("file", "abc", mode: 0o640)
    try directory.makeName("second", of: "file")
    try directory.setOwner("file", 7)
    try directory.makeLink("link", to: "file")
    let handle = Opened(try Linux.open(directory.path, [.path]))
    let file = try Linux.status(of: "link", in: handle.number, followingLinks: true)
    #expect(file.isRegular && file.size == 3 && file.mode & 0o7777 == 0o640 && file.links == 2 && file.user == 7)
    #expect(!file.isWritableByOthers)
    let link = try Linux.status(of: "link", in: handle.number, followingLinks: false)
    #expect(link.isSymbolicLink && link.inode != file.inode && link.device == file.device)
    #expect(try Linux.target(ofLink: "link", in: handle.number) == "file")
    #expect(try Linux.status(of: handle.number).isDirectory)
    #expect(try Linux.status(of: "/dev/null", followingLinks: true).isCharacterDevice)
    #expect(try Linux.status(of: "/dev/null", followingLinks: true).deviceNumber == 1 << 32 | 3)
    #expect(throws: Errno.noSuchFile) { try Linux.status(of: "none", in: handle.number, followingLinks: true) }
    #expect(throws: Errno.badDescriptor) { try Linux.status(of: -1) }
    #expect(throws: Errno.invalidArgument) { try Linux.target(ofLink: "file", in: handle.number) }
    for mode in [0o020, 0o002, 0o777] as [UInt32] {
      try directory.setMode("file", mode)
      #expect(try Linux.status(of: "file", in: handle.number, followingLinks: false).isWritableByOthers)
    }
  }

  @Test("what is made is there with its mode, and what is there already is not made again")
  func making() throws {
    let directory = try TestDirectory()
    for name in ["file", "directory", "link"] { directory.adopt(name) }
    let handle = Opened(try Linux.open(directory.path, [.path, .directory]))
    let place = handle.number
    try Linux.makeFile("file", in: place, mode: 0o600)
    #expect(throws: Errno.fileExists) { try Linux.makeFile("file", in: place, mode: 0o600) }
    try Linux.makeDirectory("directory", in: place, mode: 0o700)
    #expect(throws: Errno.fileExists) { try Linux.makeDirectory("directory", in: place, mode: 0o700) }
    try Linux.makeLink("link", in: place, to: "/nowhere")
    #expect(throws: Errno.fileExists) { try Linux.makeLink("link", in: place, to: "/nowhere") }
    #expect(try Linux.status(of: "file", in: handle.number, followingLinks: false).mode == 0o100600)
    #expect(try Linux.status(of: "directory", in: handle.number, followingLinks: false).mode == 0o040700)
    #expect(try Linux.target(ofLink: "link", in: handle.number) == "/nowhere")
    #expect(throws: Errno.notDirectory) { try Linux.removeDirectory("file", in: handle.number) }
    try Linux.removeDirectory("directory", in: handle.number)
    #expect(throws: Errno.noSuchFile) { try Linux.removeDirectory("directory", in: handle.number) }
  }

  @Test("a directory lists every name but its own and its parent's, however many there are")
  func names() throws {
    let directory = try TestDirectory()
    #expect(try Linux.names(inDirectory: directory.path) == [])
    // More than one buffer of getdents64 holds.
    let made =
      (0..<400).map { "a-name-of-some-length-\($0)-" + String(repeating: "x", count: 100) } + ["...", ".hidden", "é"]
    for name in made { try directory.makeFile(name) }
    #expect(Set(try Linux.names(inDirectory: directory.path)) == Set(made))
    #expect(throws: Errno.notDirectory) { try Linux.names(inDirectory: directory.file("...")) }
    #expect(throws: Errno.noSuchFile) { try Linux.names(inDirectory: directory.file("none")) }
  }

  @Test("a text is written to a file that is there, and through no link")
  func writing() throws {
    let directory = try TestDirectory()
    try directory.makeFile("file", "abc")
    try directory.makeLink("link", to: "file")
    try Linux.write("xy", toFile: directory.file("file"))
    let file = Opened(try Linux.open(directory.file("file"), [.readOnly]))
    #expect(try Linux.readAll(file.number, most: 9) == Array("xyc".utf8))
    #expect(throws: Errno.tooManyLinks) { try Linux.write("z", toFile: directory.file("link")) }
    #expect(throws: Errno.noSuchFile) { try Linux.write("z", toFile: directory.file("none")) }
    #expect(throws: Errno.badDescriptor) { try Linux.writeWhole([1], to: file.number) }
  }

  @Test("a handle can be told from an open file, and an open descriptor from a closed one")
  func handles() throws {
    let handle = Opened(try Linux.open("/etc", [.path]))
    let file = Opened(try Linux.open("/etc", [.directory]))
    #expect(try Linux.isHandleOnly(handle.number))
    #expect(try !Linux.isHandleOnly(file.number))
    #expect(try Linux.isOpen(file.number))
    #expect(try !Linux.isOpen(1 << 30))
    #expect(throws: Errno.badDescriptor) { try Linux.isHandleOnly(1 << 30) }
    #expect(throws: Errno.badDescriptor) { try Linux.names(in: handle.number) }
  }

  @Test("a process that is not there can neither be held nor signalled")
  func processes() throws {
    // Above the most that a kernel gives.
    #expect(throws: Errno.noSuchProcess) { try Linux.kill(1 << 22 + 1, 0) }
    #expect(throws: Errno.noSuchProcess) { _ = try Linux.holdProcess(1 << 22 + 1) }
    let own = Opened(try Linux.holdProcess(Linux.processID))
    try Linux.signal(own.number, 0)
    #expect(throws: Errno.invalidArgument) { try Linux.signal(own.number, 65) }
    // ECHILD
    #expect(throws: Errno(10)) { _ = try Linux.waitForEnd(of: own.number) }
  }
}
