import CProbe
import Foundation
import Glibc

/// What a process is started with, to the byte.
struct Start: Sendable {
  enum Input: Sendable {
    case empty
    case bytes([UInt8])
    /// A pipe that stays open and is never written to.
    case silent
    case closed
  }

  var path: String
  var words: [[UInt8]]
  var environment: [String] = []
  var directory: String?
  var input: Input = .empty
  /// Whether the standard output is a pipe that nobody reads.
  var isUnread = false
  /// Whether descriptor 3 is a pipe for the outcome.
  var hasOutcome = true

  init(_ path: String, _ words: [String]) {
    self.path = path
    self.words = [Array(path.utf8)] + words.map { Array($0.utf8) }
  }
}

/// How a process ended and what it said.
struct Ended: Sendable, CustomStringConvertible {
  /// Its exit code, or minus the signal that ended it.
  var status: Int32
  var output: [UInt8]
  var errors: [UInt8]
  var outcome: JSON?
  /// Wall time in seconds.
  var seconds: Double

  var text: String { String(decoding: output, as: UTF8.self) }
  var message: String { String(decoding: errors, as: UTF8.self) }
  var json: JSON? { JSON(bytes: output) }

  var description: String { "status \(status), said \(text.prefix(200)), complained \(message.prefix(400))" }
}

/// A process that was started and whose output is being collected.
///
/// Without threads: what it writes is read while a test waits for it.
final class Running {
  let pid: Int32
  private var pipes: [(descriptor: Int32, bytes: [UInt8])] = []
  private var held: [Int32] = []
  private let started = ContinuousClock.now
  private var status: Int32?
  private let isUnread: Bool

  init(_ start: Start) throws {
    isUnread = start.isUnread
    var given: [Int32] = []
    var kept: [Int32] = []
    defer { for descriptor in given where descriptor >= 0 { close(descriptor) } }
    switch start.input {
    case .empty: unsafe given.append(try Self.raised(open("/dev/null", O_RDONLY | O_CLOEXEC)))
    case .closed: given.append(-1)
    case .bytes(let bytes):
      // A file, so that no writer is needed however much it is.
      var template = Array("/run/sandbox-run-test-input.XXXXXX".utf8CString)
      let file = try unsafe Self.raised(mkstemp(&template))
      unsafe unlink(template)
      unsafe write(file, bytes, bytes.count)
      lseek(file, 0, SEEK_SET)
      given.append(file)
    case .silent:
      let (reader, writer) = try Self.makePipe()
      given.append(reader)
      held.append(writer)
    }
    for _ in 0..<(start.hasOutcome ? 3 : 2) {
      let (reader, writer) = try Self.makePipe()
      given.append(writer)
      kept.append(reader)
    }
    let result = Self.spawn(start, given)
    guard result > 0 else {
      for descriptor in kept + held { close(descriptor) }
      throw HarnessError(unsafe "could not start \(start.path): \(String(cString: unsafe strerror(Int32(-result))))")
    }
    pid = Int32(result)
    pipes = kept.map { ($0, []) }
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      var raw: Int32 = 0
      unsafe probe_reap(pid, 0, &raw)
    }
    for pipe in pipes where pipe.descriptor >= 0 { close(pipe.descriptor) }
    for descriptor in held { close(descriptor) }
  }

  /// Waits until it has said `text` on standard output.
  func wait(for text: String, seconds: Double = 20) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while !String(decoding: pipes[0].bytes, as: UTF8.self).contains(text) {
      guard ContinuousClock.now < end else { throw HarnessError("\(text) was not said: \(saidSoFar)") }
      guard collect(milliseconds: 20) else { throw HarnessError("it ended without saying \(text): \(saidSoFar)") }
    }
  }

  /// Waits until it has written this much to standard output.
  func wait(forBytes count: Int, seconds: Double = 20) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while pipes[0].bytes.count < count {
      guard ContinuousClock.now < end else { throw HarnessError("only \(pipes[0].bytes.count) bytes were said") }
      guard collect(milliseconds: 20) else { throw HarnessError("it ended after \(pipes[0].bytes.count) bytes") }
    }
  }

  /// Sends a signal to the process itself and to no other.
  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for its end; kills it after `seconds`, which is an error.
  func wait(seconds: Double = 60) throws -> Ended {
    let end = ContinuousClock.now + .seconds(seconds)
    while status == nil || pipes.contains(where: { $0.descriptor >= 0 }) {
      if status == nil {
        var raw: Int32 = 0
        if unsafe probe_reap(pid, 1, &raw) == Int64(pid) {
          status = raw & 0x7f == 0 ? (raw >> 8) & 0xff : -(raw & 0x7f)
        }
      }
      if isUnread, status != nil { break }
      guard ContinuousClock.now < end else {
        kill(pid, SIGKILL)
        throw HarnessError("\(pid) did not end, or left its output open, within \(seconds) s: \(saidSoFar)")
      }
      collect(milliseconds: 2)
    }
    let lasted = ContinuousClock.now - started
    let seconds = Double(lasted.components.seconds) + Double(lasted.components.attoseconds) / 1e18
    return Ended(
      status: status ?? -1, output: pipes[0].bytes, errors: pipes[1].bytes,
      outcome: pipes.count > 2 ? JSON(bytes: pipes[2].bytes) : nil, seconds: seconds)
  }

  private var saidSoFar: String {
    pipes.prefix(2).map { String(decoding: $0.bytes.suffix(400), as: UTF8.self) }.joined(separator: " / ")
  }

  /// Reads what is there; false where all pipes have ended.
  @discardableResult
  private func collect(milliseconds: Int32) -> Bool {
    let open = pipes.indices.filter { pipes[$0].descriptor >= 0 && !(isUnread && $0 == 0) }
    guard !open.isEmpty else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var entries = open.map { pollfd(fd: pipes[$0].descriptor, events: Int16(POLLIN), revents: 0) }
    guard unsafe poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65536)
    for (entry, index) in zip(entries, open) where entry.revents != 0 {
      let length = unsafe read(entry.fd, &buffer, buffer.count)
      if length > 0 {
        pipes[index].bytes += buffer[..<length]
      } else {
        close(entry.fd)
        pipes[index].descriptor = -1
      }
    }
    return true
  }

  private static func spawn(_ start: Start, _ descriptors: [Int32]) -> Int64 {
    let vectors = [start.words, start.environment.map { Array($0.utf8) }]
    var memory: [UnsafeMutablePointer<CChar>?] = unsafe []
    var firsts: [Int] = []
    for vector in vectors {
      firsts.append(unsafe memory.count)
      for word in vector { unsafe memory.append(strdup(word.map { CChar(bitPattern: $0) } + [0])) }
      unsafe memory.append(nil)
    }
    defer { unsafe Self.release(memory) }
    return unsafe memory.withUnsafeMutableBufferPointer { table in
      guard let base = table.baseAddress else { return -22 }
      return unsafe probe_spawn(
        start.path, base, base + firsts[1], start.directory, descriptors, Int32(descriptors.count))
    }
  }

  private static func release(_ memory: [UnsafeMutablePointer<CChar>?]) {
    for index in unsafe memory.indices { unsafe free(memory[index]) }
  }

  /// Above the numbers that a child is given, so that none is overwritten while they are put in place.
  private static func raised(_ descriptor: Int32) throws -> Int32 {
    guard descriptor >= 0 else { throw HarnessError("no descriptor: errno \(errno)") }
    defer { close(descriptor) }
    let result = fcntl(descriptor, F_DUPFD_CLOEXEC, 100)
    guard result >= 0 else { throw HarnessError("no descriptor: errno \(errno)") }
    return result
  }

  private static func makePipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw HarnessError("no pipe") }
    return (try raised(ends[0]), try raised(ends[1]))
  }
}
