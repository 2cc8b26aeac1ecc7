import Glibc
import SandboxPolicy
import Testing

@testable import SandboxProfiles

@Suite("Profiles and policies on the disk")
struct ProfileStoreTests {
  private let smallest = Array(BadProfile.smallest.utf8)

  private func failure(_ directory: ProfileDirectory, _ name: String) -> ProfileDirectory.Failure? {
    do throws(ProfileDirectory.Failure) {
      _ = try directory.read(name, users: .fixed)
      return nil
    } catch {
      return error
    }
  }

  @Test("a directory's profiles are its NAME.yaml and nothing else")
  func names() throws {
    let scratch = try ScratchDirectory()
    let files = ["b.yaml", "a.yaml", ".hidden.yaml", "a.yaml~", "a.yaml.rpmnew", "A.yaml", "a.yml", "x y.yaml"]
    for name in files { try scratch.write(name, smallest) }
    let directory = ProfileDirectory(scratch.path, isStrict: true)
    #expect(try directory.names() == ["a", "b"])
    #expect(try directory.strays().map(\.file) == ["\(scratch.path)/A.yaml", "\(scratch.path)/x y.yaml"])
  }

  @Test("a profile that is not there is missing, and what was meant is suggested")
  func missing() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("bridge.yaml", smallest)
    for isStrict in [true, false] {
      let directory = ProfileDirectory(scratch.path, isStrict: isStrict)
      let expected = ProfileDirectory.Failure.missing(name: "brige", directory: scratch.path, suggestion: "bridge")
      #expect(failure(directory, "brige") == expected)
    }
  }

  @Test("a strict directory gives out no profile that others could have changed")
  func strict() throws {
    let scratch = try ScratchDirectory()
    let path = scratch.path
    let directory = ProfileDirectory(path, isStrict: true)
    try scratch.write("a.yaml", smallest, mode: 0o666)
    #expect(
      failure(directory, "a")
        == .unusable("\(path)/a.yaml is writable by others (mode 666); only its owner may be able to write it"))
    #expect(failure(ProfileDirectory(path, isStrict: false), "a") == nil)
    try #require(unsafe symlink("a.yaml", "\(path)/b.yaml") == 0)
    #expect(
      failure(directory, "b") == .unusable("\(path)/b.yaml is a symbolic link; name what it points to"))
    try #require(unsafe mkfifo("\(path)/c.yaml", 0o600) == 0)
    #expect(failure(directory, "c") == .unusable("\(path)/c.yaml is not a regular file"))
    #expect(
      failure(ProfileDirectory(path, isStrict: false), "c") == .unusable("\(path)/c.yaml is not a regular file"))
  }

  @Test("a profile that others could have changed can be read by an author, and is said to be distrusted")
  func distrust() throws {
    let scratch = try ScratchDirectory()
    let path = scratch.path
    let directory = ProfileDirectory(path, isStrict: false)
    try scratch.write("a.yaml", smallest)
    try scratch.write("b.yaml", smallest, mode: 0o664)
    try #require(unsafe symlink("a.yaml", "\(path)/c.yaml") == 0)
    for name in ["a", "b", "c"] { #expect(failure(directory, name) == nil) }
    #expect(directory.distrust(of: "a") == nil)
    #expect(directory.distrust(of: "none") == nil)
    let writable = "is writable by others (mode 664); only its owner may be able to write it"
    #expect(directory.distrust(of: "b") == "\(path)/b.yaml \(writable)")
    #expect(directory.distrust(of: "c") == "\(path)/c.yaml is a symbolic link; name what it points to")
    let open = scratch.make("open", mode: 0o777)
    try scratch.write("open/a.yaml", smallest)
    #expect(ProfileDirectory(open, isStrict: false).distrust(of: "a")?.hasPrefix("\(open) is writable") == true)
  }

  @Test(
    "a name that is none is refused before any file is opened",
    arguments: ["../a", "/etc/passwd", "", ".", "A", "a b", "a\n", "a\0", String(repeating: "a", count: 65)])
  func badNames(_ name: String) throws {
    let scratch = try ScratchDirectory()
    guard case .unusable(let message) = failure(ProfileDirectory(scratch.path, isStrict: true), name) else {
      Issue.record("\(name.debugDescription) was looked up")
      return
    }
    #expect(message.contains("is not the name of a profile"))
  }

  @Test("a profile of 100 MB is refused after its first megabyte")
  func huge() throws {
    let scratch = try ScratchDirectory()
    let file = try scratch.write("a.yaml", smallest)
    try #require(unsafe truncate(file, 100 << 20) == 0)
    guard case .wrong(let errors) = failure(ProfileDirectory(scratch.path, isStrict: true), "a") else {
      Issue.record("it was read")
      return
    }
    #expect(errors.description == "\(file):1:1: the file is larger than 1 MiB")
  }

  @Test("a policy is stored whole, with its sources, and read back as it was")
  func store() throws {
    let scratch = try ScratchDirectory()
    let file = try scratch.write("a.yaml", Array((BadProfile.smallest + "    user: root\n").utf8))
    let profile = try ProfileDirectory(scratch.path, isStrict: true).read("a")
    let policy = try ProfileCompiler.compile(profile)
    #expect(policy.sources.map(\.path) == [file, "/etc/passwd", "/etc/group"])
    #expect(policy.sources.first?.identity == HostFile.identity(file)?.identity)
    // The directory and the one above it are made on the way.
    let directory = "\(scratch.path)/deep/policies"
    for _ in 0..<2 { try PolicyStore.write(policy, to: directory) }
    #expect(try HostFile.names(in: directory) == ["a.policy"])
    let bytes = try HostFile.read("\(directory)/a.policy", limit: 1 << 20)
    #expect(try PolicyCodec.decode(bytes) == policy)
    let mode: UInt32 = geteuid() == 0 ? 0o100644 : 0o100600
    #expect(HostFile.identity("\(directory)/a.policy")?.mode == mode)
  }

  @Test("a policy is not stored where others could change it")
  func untrusted() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("a.yaml", smallest)
    let policy = try ProfileCompiler.compile(try ProfileDirectory(scratch.path, isStrict: true).read("a"))
    let open = scratch.make("open", mode: 0o777)
    #expect(throws: PolicyStoreError.self) { try PolicyStore.write(policy, to: open) }
    #expect(throws: PolicyStoreError.self) { try PolicyStore.write(policy, to: "\(open)/inner") }
    try #require(unsafe symlink(scratch.path, "\(scratch.path)/link") == 0)
    #expect(throws: PolicyStoreError.self) { try PolicyStore.write(policy, to: "\(scratch.path)/link") }
    #expect(try HostFile.names(in: open) == [])
  }

  @Test("what a dead process left, or a link in the place of the new file, stands in nobody's way")
  func leftovers() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("a.yaml", smallest)
    let policy = try ProfileCompiler.compile(try ProfileDirectory(scratch.path, isStrict: true).read("a"))
    let directory = scratch.make("policies")
    let victim = try scratch.write("victim", Array("kept".utf8))
    try #require(unsafe symlink(victim, "\(directory)/.a.policy.\(getpid())") == 0)
    try #require(unsafe symlink(victim, "\(directory)/a.policy") == 0)
    try PolicyStore.write(policy, to: directory)
    #expect(try HostFile.names(in: directory) == ["a.policy"])
    #expect(try HostFile.read(victim, limit: 100) == Array("kept".utf8))
    #expect(HostFile.linkTarget("\(directory)/a.policy") == nil)
  }
}
