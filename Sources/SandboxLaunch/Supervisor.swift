import LinuxSystem
import SandboxPolicy

/// Watches one call from its clone to its end: carries its streams, forwards signals, keeps its limits.
struct Supervisor: ~Copyable {
  /// What is passed on to the command; the others stay blocked, and stop nothing.
  ///
  /// HUP, INT, QUIT, USR1, USR2, ALRM, TERM, CONT, WINCH.
  static var forwarded: SignalSet {
    SignalSet(rawValue: 1 << 0 | 1 << 1 | 1 << 2 | 1 << 9 | 1 << 11 | 1 << 13 | 1 << 14 | 1 << 17 | 1 << 27)
  }
  private static let hangUp: Int32 = 1
  private static let interrupt: Int32 = 2
  private static let quit: Int32 = 3
  private static let kill: Int32 = 9
  private static let terminate: Int32 = 15
  /// How long a command that was asked to end may take before everything is killed, in nanoseconds.
  private static let grace: Int64 = 2_000_000_000

  private let plan: Plan
  private let child: Descriptor
  private let signals: Descriptor
  private let deadline: Int64
  private var killTime: Int64?
  private var sent = SignalSet()
  private var isTimedOut = false
  private var isOverOutput = false
  private var blindness: Errno?
  private(set) var warnings: [String] = []

  init(plan: Plan, child: consuming Descriptor, signals: consuming Descriptor, started: Int64) {
    self.plan = plan
    self.child = child
    self.signals = signals
    let span = Int64(clamping: plan.timeout).multipliedReportingOverflow(by: 1_000_000)
    let end = started.addingReportingOverflow(span.overflow ? .max : span.partialValue)
    deadline = end.overflow ? .max : end.partialValue
  }

  /// Serves the call until its processes have ended and its output is delivered; how the first process ended.
  mutating func run(channels: inout Channels) -> ProcessEnd? {
    var input = Self.inputStream(plan.input, to: channels.input.writeNumber)
    let isSilent = plan.output == .none
    var output = Stream(from: channels.output.readNumber, to: isSilent ? -1 : 1)
    var error = Stream(from: channels.error.readNumber, to: isSilent ? -1 : 2)
    var end: ProcessEnd?
    var entries = PollSet(count: 8)
    while true {
      if input.isDone || input.sink < 0 { channels.input.writeEnd = nil }
      if end != nil, output.isDone, error.isDone { break }
      entries.ask(0, end == nil ? child.number : -1, readable: true)
      entries.ask(1, signals.number, readable: true)
      entries.ask(2, input.wantsToRead && end == nil ? input.source : -1, readable: true)
      entries.ask(3, channels.input.writeNumber, writable: input.wantsToWrite)
      entries.ask(4, output.wantsToRead ? output.source : -1, readable: true)
      entries.ask(5, output.wantsToWrite ? output.sink : -1, writable: true)
      entries.ask(6, error.wantsToRead ? error.source : -1, readable: true)
      entries.ask(7, error.wantsToWrite ? error.sink : -1, writable: true)
      let wait = max(0, min(deadline, killTime ?? .max) - Linux.monotonicTime)
      do throws(Errno) {
        try entries.wait(nanoseconds: wait)
      } catch {
        // Blind, it could keep none of its promises: the call ends here.
        blindness = error
        killAll()
        end = awaitEnd()
        break
      }

      if entries.isReported(1) { forwardSignals(isOver: end != nil) }
      if entries.isReported(2) { take(&input, "standard input") }
      if entries.isReported(3) {
        // The command reads no more.
        if entries.isBroken(3) { input.endSink() } else { give(&input, nil) }
      }
      if entries.isReported(4) { takeOutput(&output, total: output.total + error.total, "standard output") }
      if entries.isReported(6) { takeOutput(&error, total: output.total + error.total, "standard error") }
      if entries.isReported(5) { give(&output, "standard output") }
      if entries.isReported(7) { give(&error, "standard error") }
      // Nobody reads what the command writes: it hears so by SIGPIPE, as it would without us.
      if output.sink < 0, !isSilent, output.source >= 0 {
        output.endSource()
        channels.output.readEnd = nil
      }
      if error.sink < 0, !isSilent, error.source >= 0 {
        error.endSource()
        channels.error.readEnd = nil
      }
      if entries.isReported(0) {
        end = awaitEnd()
        if end == nil { break }
      }
      let now = Linux.monotonicTime
      if now >= deadline {
        // Delivering output that nobody takes is over, too.
        if end != nil {
          isTimedOut = true
          break
        }
        if !isTimedOut { killAll() }
        isTimedOut = true
        killTime = now + Self.grace
      } else if let time = killTime, now >= time, end == nil {
        killAll()
        killTime = now + Self.grace
      }
      if isTimedOut, end == nil {
        // The kill can't be refused; what is left is to wait for the kernel.
        end = awaitEnd()
        break
      }
    }
    return end
  }

  /// What the end of the first process, what pid 1 saw and what the steps told come to.
  func judge(_ end: ProcessEnd?, report: borrowing Report) -> Outcome {
    if isTimedOut { return .timedOut(milliseconds: plan.timeout) }
    if let blindness, !report.isExecuting { return .setUpFailed("could not wait for the call: \(blindness)") }
    if isOverOutput { return .outputLimit(bytes: plan.outputLimit) }
    if let failure = report.failure {
      // A signal of the caller's ended the building: that is how the call ended, and no fault.
      if let signal = asked, failure.detail == .launcherGone || failure.detail == .initGone {
        return .signalled(signal)
      }
      return .setUpFailed(failure.text(in: plan))
    }
    guard let end else { return .setUpFailed("could not learn how the call ended") }
    let (code, status) = report.commandEnd ?? (end.code, end.status)
    // CLD_EXITED
    if code == 1 {
      guard report.isExecuting else { return .setUpFailed("the sandbox ended with code \(status) while it was built") }
      return .exited(code: UInt8(truncatingIfNeeded: status))
    }
    if report.isExecuting || sent.contains(status) || asked != nil { return .signalled(status) }
    return .setUpFailed("the sandbox was killed by signal \(status) while it was built")
  }

  /// The signal by which the caller asked the call to end.
  private var asked: Int32? {
    for number in [Self.terminate, Self.interrupt, Self.hangUp, Self.quit] where sent.contains(number) { return number }
    return nil
  }

  // MARK: - Signals

  private mutating func forwardSignals(isOver: Bool) {
    while let number = (try? Linux.nextSignal(signals.number)) ?? nil {
      if isOver { continue }
      let isEnd = [Self.terminate, Self.interrupt, Self.hangUp, Self.quit].contains(number)
      if isEnd, asked != nil {
        killAll()
      } else {
        sent.insert(number)
        if isEnd { killTime = Linux.monotonicTime + Self.grace }
        try? Linux.signal(child.number, number)
      }
    }
  }

  /// The first process takes the whole pid namespace with it; where the pid namespace is the host's, it has no others.
  private func killAll() { try? Linux.signal(child.number, Self.kill) }

  // MARK: - Streams

  private static func inputStream(_ input: PlannedInput, to sink: Int32) -> Stream {
    switch input {
    case .none: Stream(from: -1, to: sink)
    case .caller: Stream(from: 0, to: sink)
    case .text(let text, _): Stream(from: -1, to: sink, holding: Array(text.utf8))
    }
  }

  private mutating func take(_ stream: inout Stream, _ name: String) {
    do throws(Errno) {
      try stream.read()
    } catch {
      warnings.append("could not read \(name): \(error)")
      stream.endSource()
    }
  }

  private mutating func takeOutput(_ stream: inout Stream, total: UInt64, _ name: String) {
    let left = plan.outputLimit - min(plan.outputLimit, total)
    do throws(Errno) {
      let before = stream.total
      try stream.read(most: left)
      if stream.total - before > left, !isOverOutput {
        isOverOutput = true
        killAll()
      }
    } catch {
      warnings.append("could not read the command's \(name): \(error)")
      stream.endSource()
    }
  }

  private mutating func give(_ stream: inout Stream, _ name: String?) {
    do throws(Errno) {
      try stream.write()
    } catch {
      if let name, error != .brokenPipe { warnings.append("could not write \(name): \(error)") }
      stream.endSink()
    }
  }

  private mutating func awaitEnd() -> ProcessEnd? {
    do throws(Errno) {
      return try Linux.waitForEnd(of: child.number)
    } catch {
      warnings.append("could not learn how the call ended: \(error)")
      return nil
    }
  }
}
