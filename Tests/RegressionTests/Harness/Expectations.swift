import Foundation
import Testing

/// Expects that a call was turned down as it should be: nothing run, one line that names what is wrong, one record.
func expectNotRun(
  _ ended: Ended, _ status: Int32, naming words: String..., in sandbox: Sandbox,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let message = ended.message
  #expect(ended.status == status, "\(message)", sourceLocation: sourceLocation)
  #expect(ended.output.isEmpty, "something was printed: \(ended.text)", sourceLocation: sourceLocation)
  #expect(!sandbox.takeMark(), "the command ran", sourceLocation: sourceLocation)
  let lines = ended.ownLines
  #expect(
    lines.count == 1 && ended.errors.last == 0x0A, "not one line: \(message)", sourceLocation: sourceLocation)
  #expect(lines.first?.hasPrefix("sandbox-run: ") == true, "\(message)", sourceLocation: sourceLocation)
  #expect(
    !ended.errors.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "a control character: \(message)",
    sourceLocation: sourceLocation)
  for word in words { #expect(message.contains(word), "\(message)", sourceLocation: sourceLocation) }
  let names: [Int32: String] = [125: "set-up-failed", 126: "refused", 127: "not-found"]
  #expect(ended.outcome?["outcome"]?.text == names[status], "\(message)", sourceLocation: sourceLocation)
  #expect(ended.outcome?["success"]?.flag == false, sourceLocation: sourceLocation)
}

extension Ended {
  /// The lines of standard error without the compiler's (`…/NAME.yaml:12:20: …`, `sandbox-profile: …`), which stand above
  /// the launcher's own.
  var ownLines: [Substring] {
    message.split(separator: "\n", omittingEmptySubsequences: true).filter { line in
      line.prefixMatch(of: #/(\/\S*\.yaml:(\d+:\d+:)?|sandbox-profile:) /#) == nil
    }
  }
}

/// Expects that a call ran and left with this exit code.
func expectRan(_ ended: Ended, _ code: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(ended.status == code, "\(ended.message)", sourceLocation: sourceLocation)
  #expect(ended.outcome?["outcome"]?.text == "exited", "\(ended.message)", sourceLocation: sourceLocation)
  #expect(ended.outcome?["code"]?.number == Int(code), "\(ended.message)", sourceLocation: sourceLocation)
}

/// The probe's line of JSON, of a call that has to have succeeded.
func report(of ended: Ended, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
  expectRan(ended, sourceLocation: sourceLocation)
  return try #require(ended.json, "\(ended.text) \(ended.message)", sourceLocation: sourceLocation)
}

/// The names of the capabilities that tests use, by number.
enum Capability {
  static let chown = 0
  static let netAdmin = 12
  static let sysAdmin = 21
}
