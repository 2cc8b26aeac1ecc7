import LinuxSystem
import TestDirectory
import Testing

@testable import SandboxAudit

@Suite("The audit trail in a file", .enabled(if: Linux.effectiveUser == 0, "files of root are made"))
struct AuditLogTests {
  private let record = AuditRecord(
    time: 0, call: "1", caller: Caller(user: 0, group: 0, process: 1), operation: "a/b", arguments: nil,
    event: .granted(landlock: 0))

  /// Why the trail is not kept in this file; nothing where it is.
  private func refusal(_ path: String) -> String? {
    do throws(AuditError) {
      try AuditLog(file: path).write(record)
      return nil
    } catch {
      #expect(error.name == path)
      return error.reason
    }
  }

  @Test("a file that is missing is made for root alone, and each record is added to its end")
  func appended() throws {
    let directory = try TestDirectory()
    directory.adopt("audit.jsonl")
    let path = directory.file("audit.jsonl")
    #expect(refusal(path) == nil)
    #expect(refusal(path) == nil)
    let file = try Linux.open(path, [.readOnly])
    #expect(try Linux.status(of: file.number).mode & 0o7777 == 0o600)
    #expect(try Linux.readAll(file.number, most: 4096) == Array((record.line + record.line).utf8))
  }

  @Test("a symbolic link, a file with two names, a FIFO, a directory and a device are no audit trail")
  func kinds() throws {
    let directory = try TestDirectory()
    try directory.makeFile("real", mode: 0o600)
    try directory.makeLink("link", to: "real")
    #expect(refusal(directory.file("link")) == "it is a symbolic link")
    try directory.makeLink("dangling", to: "nowhere")
    #expect(refusal(directory.file("dangling")) == "it is a symbolic link")
    #expect(refusal(directory.file("real")) == nil)
    try directory.makeName("second", of: "real")
    #expect(refusal(directory.file("real")) == "somebody else owns it, can write it or has linked it")
    try directory.makeFIFO("fifo")
    #expect(refusal(directory.file("fifo")) == "No such device or address")
    #expect(refusal(directory.path) == "Is a directory")
    #expect(refusal("/dev/null") == "it is not a regular file")
    #expect(refusal(directory.file("none/audit.jsonl")) == "No such file or directory")
  }

  @Test("a file that others own or can write is no audit trail", arguments: [0o620, 0o602, 0o666] as [UInt32])
  func owners(mode: UInt32) throws {
    let directory = try TestDirectory()
    try directory.makeFile("open", mode: mode)
    #expect(refusal(directory.file("open")) == "somebody else owns it, can write it or has linked it")
    try directory.makeFile("foreign", mode: 0o600)
    try directory.setOwner("foreign", 65_534)
    #expect(refusal(directory.file("foreign")) == "somebody else owns it, can write it or has linked it")
  }

  @Test("a full disk is an error and not a lost record")
  func full() throws {
    #expect(
      AuditError(name: "/a", reason: "\(Errno.noSpace)").description
        == "the audit record can't be written to /a: No space left on device")
    let full = try Linux.open("/dev/full", [.writeOnly])
    #expect(throws: Errno.noSpace) { try Linux.writeWhole([1], to: full.number) }
  }
}
