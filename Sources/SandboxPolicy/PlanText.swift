extension Plan {
  /// The plan as lines for people: what holds for the call, then the steps in order.
  public var text: String {
    var lines = ["plan of \(operation)"]
    lines.append("  input: \(inputText)")
    lines.append("  output: \(output == .none ? "none" : "the caller's, at most \(outputLimit) bytes")")
    lines.append("  time: at most \(timeout) ms")
    lines.append("  success: exit code \(success.map { String($0) }.joined(separator: ", "))")
    for claim in processes {
      lines.append("  process: \(claim.pid) has to run \(claim.executable)")
    }
    lines += reservations.map { "  note: \($0)" }
    lines.append("steps:")
    for (index, step) in steps.enumerated() {
      let number = String(index + 1)
      let padding = String(repeating: " ", count: max(0, 4 - number.utf8.count))
      lines.append("\(padding)\(number)  \(step.order)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The plan as one JSON object.
  public var json: JSONText {
    .object([
      .init("operation", .string(operation.description)),
      .init("input", .string(inputText)),
      .init("output", .string(output == .none ? "none" : "caller")),
      .init("output-limit", .integer(Int64(clamping: outputLimit))),
      .init("timeout-ms", .integer(Int64(clamping: timeout))),
      .init("success", .array(success.map { .integer(Int64($0)) })),
      .init(
        "processes",
        .array(
          processes.map {
            .object([
              .init("argument", .string($0.argument)), .init("pid", .integer(Int64($0.pid))),
              .init("executable", .string($0.executable)),
            ])
          })
      ),
      .init("notes", .array(reservations.map { .string($0) })),
      .init("prepared-steps", .integer(Int64(preparedSteps))),
      .init("steps", .array(steps.map { $0.json })),
    ])
  }

  private var inputText: String {
    switch input {
    case .none: "none"
    case .caller: "the caller's"
    case .text(let text, let isSecret):
      isSecret ? "a secret" : "the text \(DisplayText.quoted(Array(text.utf8)))"
    }
  }
}
