import Glibc
import SandboxPolicy
import Testing

@testable import SandboxProfiles

@Suite("The closure of a command")
struct CommandClosureTests {
  private func closure(_ command: String, path: [String] = []) throws -> CommandClosure {
    try ClosureFinder(architecture: .host).closure(of: command, searchPath: path)
  }

  @Test("is the command as it is named, its loader, and its libraries where the loader looks first")
  func command() throws {
    let files = try closure("/usr/bin/true").files
    #expect(files.first?.path == "/usr/bin/true")
    #expect(files.contains { $0.path.hasPrefix("/lib") && $0.path.contains("/ld-linux") })
    let libc = try #require(files.first { $0.path.hasSuffix("/libc.so.6") })
    #expect(LoaderDirectories.builtIn(.host, loader: "/lib64/ld-linux").contains(HostPath.parent(libc.path)))
    for file in files {
      #expect(HostFile.realPath(file.path) == file.source)
      #expect(HostFile.identity(file.source)?.identity == file.identity)
    }
  }

  @Test("is the real file under the name that the profile writes")
  func link() throws {
    let scratch = try ScratchDirectory()
    try #require(unsafe symlink("/usr/bin/true", "\(scratch.path)/tool") == 0)
    let file = try #require(try closure("\(scratch.path)/tool").files.first)
    #expect(file.path == "\(scratch.path)/tool")
    #expect(file.source == HostFile.realPath("/usr/bin/true"))
  }

  @Test("of a script has the interpreter and what that needs")
  func script() throws {
    let scratch = try ScratchDirectory()
    let script = try scratch.write("tool", Array("#! /usr/bin/cat -n\n".utf8), mode: 0o755)
    let paths = try closure(script).files.map(\.path)
    #expect(paths.starts(with: [script, "/usr/bin/cat"]))
    #expect(paths.contains { $0.hasSuffix("/libc.so.6") })
  }

  @Test("of a script that looks its interpreter up has that, too")
  func environmentScript() throws {
    let scratch = try ScratchDirectory()
    let script = try scratch.write("tool", Array("#!/usr/bin/env cat\n".utf8), mode: 0o755)
    let paths = try closure(script, path: ["/nowhere", "/usr/bin"]).files.map(\.path)
    #expect(paths.contains("/usr/bin/env"))
    #expect(paths.contains("/usr/bin/cat"))
    #expect(throws: CommandClosure.Fault(missing: MissingCommand(command: script, need: "cat"))) {
      try closure(script, path: ["/nowhere"])
    }
  }

  @Test("puts a library from an unusual place where the loader finds it without a cache and without /proc")
  func origin() throws {
    let scratch = try ScratchDirectory()
    scratch.make("bin")
    scratch.make("lib")
    let loader = try #require(try closure("/usr/bin/true").files.first { $0.path.contains("/ld-") }?.path)
    let library = try scratch.write("lib/libodd.so.1", ElfMaker.program(needed: []))
    let tool = try scratch.write(
      "bin/tool",
      ElfMaker.program(needed: ["libodd.so.1"], runpath: "$ORIGIN/../lib", interpreter: loader), mode: 0o755)
    let file = try #require(try closure(tool).files.last)
    #expect(file.source == library)
    #expect(LoaderDirectories.builtIn(.host, loader: loader).contains(HostPath.parent(file.path)))
    #expect(file.path.hasSuffix("/libodd.so.1"))

    let plain = try scratch.write(
      "bin/plain",
      ElfMaker.program(needed: ["libodd.so.1"], rpath: "\(scratch.path)/lib", interpreter: loader), mode: 0o755)
    #expect(try closure(plain).files.last?.path == library)
  }

  @Test("says what is missing")
  func missing() throws {
    let scratch = try ScratchDirectory()
    func message(_ command: String) -> String? {
      #expect(throws: CommandClosure.Fault.self) { try closure(command) }?.message
    }
    #expect(message("/usr/sbin/foo") == "there is no command /usr/sbin/foo")
    #expect(message("/usr/bin") == "/usr/bin is not a file")
    #expect(message("/etc/passwd") == "/etc/passwd is not executable")
    let text = try scratch.write("text", Array("hello".utf8), mode: 0o755)
    #expect(message(text) == "\(text) is neither a program nor a script")
    let relative = try scratch.write("relative", Array("#!sh\n".utf8), mode: 0o755)
    #expect(message(relative) == "\(relative) names no interpreter by its absolute path")
    let itself = try scratch.write("itself", Array("#!\(scratch.path)/itself\n".utf8), mode: 0o755)
    #expect(message(itself) == "\(itself): too many interpreters")
    let loader = try #require(try closure("/usr/bin/true").files.first { $0.path.contains("/ld-") }?.path)
    let needy = try scratch.write(
      "needy", ElfMaker.program(needed: ["libnowhere.so.9"], interpreter: loader), mode: 0o755)
    #expect(message(needy) == "the command \(needy) needs libnowhere.so.9, which is missing")
  }

  @Test("tells what is not there from what is wrong")
  func kinds() throws {
    let scratch = try ScratchDirectory()
    func missing(_ command: String) -> MissingCommand? {
      #expect(throws: CommandClosure.Fault.self) { try closure(command) }?.missing
    }
    #expect(missing("/usr/sbin/foo") == MissingCommand(command: "/usr/sbin/foo"))
    try #require(unsafe symlink("/usr/sbin/foo", "\(scratch.path)/dangling") == 0)
    #expect(missing("\(scratch.path)/dangling") == MissingCommand(command: "\(scratch.path)/dangling"))
    let script = try scratch.write("script", Array("#!/usr/bin/nothing\n".utf8), mode: 0o755)
    #expect(missing(script) == MissingCommand(command: script, need: "/usr/bin/nothing"))
    let program = try scratch.write("program", ElfMaker.program(needed: [], interpreter: "/lib/ld-no.so"), mode: 0o755)
    #expect(missing(program) == MissingCommand(command: program, need: "/lib/ld-no.so"))
    for wrong in ["/usr/bin", "/etc/passwd"] { #expect(missing(wrong) == nil) }
  }

  @Test("is not added where a granted directory shows it already, and is executable where it does not")
  func view() throws {
    let closure = try closure("/usr/bin/true")
    var executable = FileView()
    executable.grants = [FileGrant(access: .execute, path: Template(literal: "/usr"))]
    executable.links = ["/lib", "/lib64"].compactMap { path in
      HostFile.linkTarget(path).map { SymbolicLink(path: path, target: $0) }
    }
    try #require(executable.links.count == 2)
    try ClosureView.add(closure, to: &executable)
    #expect(executable.grants.count == 1)

    var readable = executable
    readable.grants = [FileGrant(access: .read, path: Template(literal: "/usr"))]
    try ClosureView.add(closure, to: &readable)
    #expect(readable.grants.count == 1 + closure.files.count)
    for grant in readable.grants { #expect(grant.path.literal?.hasPrefix("/usr") == true) }

    var writable = FileView()
    writable.grants = [FileGrant(access: .write, path: Template(literal: "/usr/bin/true"))]
    #expect(throws: CommandClosure.Fault.self) { try ClosureView.add(closure, to: &writable) }
  }

  @Test("is found through the cache of this machine only when it is in no built-in directory")
  func cache() throws {
    let cache = LoaderCache.host(.host)
    let libc = cache.candidates("libc.so.6")
    #expect(libc.contains { HostFile.exists($0) })
    #expect(cache.candidates("libnowhere.so.9") == [])
    // A damaged cache is an empty one.
    let bytes = try HostFile.read(LoaderCache.path, limit: 16 << 20)
    for length in stride(from: 0, to: min(bytes.count, 4096), by: 13) {
      _ = LoaderCache(Array(bytes.prefix(length)), architecture: .host)
    }
  }
}
