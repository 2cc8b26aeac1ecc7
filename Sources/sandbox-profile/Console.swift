internal import ArgumentParser
internal import Glibc
internal import SandboxProfiles

/// What the tool says, and how it ends.
struct Console {
  /// The exit status so far; the worst wins.
  private(set) var status: Status = .success

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

  /// Says on standard error what stands in the way of one profile.
  mutating func report(_ failure: ProfileDirectory.Failure) {
    switch failure {
    case .missing(let name, let directory, let suggestion):
      reportMissing("profile \(name) in \(directory)", suggestion: suggestion)
    case .unusable(let reason):
      status = max(status, .wrongProfile)
      complain(reason)
    case .wrong(let errors): report(errors.diagnostics)
    }
  }

  /// Says that there is no such thing, and perhaps what was meant.
  mutating func reportMissing(_ what: String, suggestion: String?) {
    status = max(status, .noSuchProfile)
    complain("there is no \(what)" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
  }

  /// Prints diagnostics, one a line: editors know their form.
  mutating func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    status = max(status, .wrongProfile)
    for diagnostic in diagnostics {
      let text = diagnostic.description
      guard isColoured else {
        write(text)
        continue
      }
      let place = String(text.dropLast(diagnostic.message.count))
      write("\u{1B}[1m\(place)\u{1B}[0m\(diagnostic.message)")
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

  private func complain(_ message: String) { write("sandbox-profile: \(message)") }

  private func write(_ line: String) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
      // Nobody is listening any more; the exit status still tells.
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
