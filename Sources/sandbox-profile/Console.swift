internal import ArgumentParser
internal import Glibc
internal import SandboxProfiles

/// What the tool says, and how it ends.
struct Console {
  /// The exit status so far; the worst wins.
  private(set) var status: Status = .success
  /// Whether a result could not be written, which is said once.
  private var hasLostOutput = false

  /// How a run ended.
  enum Status: Int32, Comparable {
    case success = 0
    case wrongProfile = 1
    case noSuchProfile = 3

    static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether standard error is a terminal that may show colours (https://no-color.org).
  private let isColoured: Bool = {
    guard isatty(2) == 1 else { return false }
    let term = unsafe getenv("TERM").map { unsafe String(cString: $0) }
    return unsafe getenv("NO_COLOR") == nil && term != nil && term != "dumb"
  }()

  /// Writes a result and a line feed to standard output; what can't be written makes the run fail.
  mutating func print(_ text: String) {
    guard !hasLostOutput, let code = Self.write(text, to: 1) else { return }
    hasLostOutput = true
    fail("could not write to standard output: \(unsafe String(cString: strerror(code)))")
  }

  /// Says on standard error what stands in the way of one profile.
  mutating func report(_ failure: ProfileDirectory.Failure) {
    switch failure {
    case .missing: reportMissing(failure.description)
    case .unusable: fail(failure.description)
    case .wrong(let errors): report(errors.diagnostics)
    }
  }

  /// Says that there is no such profile or operation.
  mutating func reportMissing(_ message: String) {
    status = max(status, .noSuchProfile)
    complain(message)
  }

  /// Prints diagnostics, one a line: editors know their form.
  mutating func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    status = max(status, .wrongProfile)
    for diagnostic in diagnostics {
      let text = diagnostic.description
      guard isColoured else {
        complain(line: text)
        continue
      }
      let place = String(text.dropLast(diagnostic.message.count))
      complain(line: "\u{1B}[1m\(place)\u{1B}[0m\(diagnostic.message)")
    }
  }

  /// Something other than a profile is wrong.
  mutating func fail(_ message: String) {
    status = max(status, .wrongProfile)
    complain(message)
  }

  /// Ends the run with what was gathered.
  func finish() throws {
    guard status == .success else { throw ExitCode(status.rawValue) }
  }

  private func complain(_ message: String) { complain(line: "sandbox-profile: \(message)") }

  /// Where nobody is listening any more the exit status still tells.
  private func complain(line: String) { _ = Self.write(line, to: 2) }

  /// Writes a line whole; the errno where that fails.
  private static func write(_ line: String, to descriptor: Int32) -> Int32? {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      let code = errno
      if count < 0, code == EINTR { continue }
      guard count > 0 else { return count < 0 ? code : EIO }
      bytes = bytes.dropFirst(count)
    }
    return nil
  }
}
