internal import LinuxSystem

/// Where audit records go: a file, the journal or syslog; opened before anything is decided.
public struct AuditLog: ~Copyable {
  private enum Form {
    case file
    case journal
    case syslog
  }

  /// Where records go when there is no log socket and no file is named.
  public static let defaultFile = "/var/log/sandbox-run/audit.jsonl"

  private let form: Form
  private let descriptor: Descriptor
  private let name: String

  /// Opens the file of this path, or, where none is given, the journal, syslog or the default file.
  public init(file: String?) throws(AuditError) {
    if let file {
      self = try Self.open(file)
      return
    }
    for (path, form) in [("/run/systemd/journal/socket", Form.journal), ("/dev/log", Form.syslog)] {
      if let socket = try? Linux.connectDatagram(path) {
        self.init(form: form, descriptor: socket, name: path)
        return
      }
    }
    do throws(Errno) {
      // Audit records name callers and arguments.
      try Linux.makeDirectory("/var/log/sandbox-run", mode: 0o700)
    } catch .fileExists {
      // As it should be.
    } catch {
      throw AuditError(name: Self.defaultFile, reason: "\(error); name a file with --audit")
    }
    self = try translating { () throws(AuditError) in
      try Self.open(Self.defaultFile)
    } _: {
      AuditError(name: $0.name, reason: "\($0.reason); name a file with --audit")
    }
  }

  private init(form: Form, descriptor: consuming Descriptor, name: String) {
    self.form = form
    self.descriptor = descriptor
    self.name = name
  }

  /// Creates the file where it is missing; one that others could write, or a link to elsewhere, is refused.
  private static func open(_ path: String) throws(AuditError) -> AuditLog {
    let file = try translating { () throws(Errno) in
      try Linux.open(path, [.writeOnly, .append, .create, .noFollow, .nonBlocking], mode: 0o600)
    } _: {
      AuditError(name: path, reason: $0 == .tooManyLinks ? "it is a symbolic link" : "\($0)")
    }
    let status = try translating { () throws(Errno) in
      try Linux.status(of: file.number)
    } _: {
      AuditError(name: path, reason: "\($0)")
    }
    guard status.isRegular else { throw AuditError(name: path, reason: "it is not a regular file") }
    guard status.user == 0 || status.user == Linux.effectiveUser, !status.isWritableByOthers, status.links == 1 else {
      throw AuditError(name: path, reason: "somebody else owns it, can write it or has linked it")
    }
    return AuditLog(form: .file, descriptor: file, name: path)
  }

  /// Writes one record by one system call: half a record is none.
  public func write(_ record: AuditRecord) throws(AuditError) {
    let line = record.line
    do throws(Errno) {
      switch form {
      case .file: try Linux.writeWhole(Array(line.utf8), to: descriptor.number)
      case .journal:
        // systemd.journal-fields(7); the message is one line.
        let fields = "PRIORITY=5\nSYSLOG_IDENTIFIER=sandbox-run\nSYSLOG_FACILITY=10\nMESSAGE=\(line)"
        try Linux.send(Array(fields.utf8), to: descriptor.number)
      case .syslog:
        // LOG_AUTHPRIV | LOG_NOTICE, RFC 3164.
        try Linux.send(Array("<85>sandbox-run: \(line.dropLast())".utf8), to: descriptor.number)
      }
    } catch {
      throw AuditError(name: name, reason: "\(error)")
    }
  }
}

/// Why the audit trail can't be written.
public struct AuditError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file or socket.
  public let name: String
  /// What is wrong with it.
  public let reason: String

  /// One line.
  public var description: String { "the audit record can't be written to \(name): \(reason)" }
}
