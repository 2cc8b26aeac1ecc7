import LinuxSystem
import Testing

@Suite("Descriptors and memory with one owner")
struct DescriptorTests {
  /// A pipe whose end to read from never waits.
  private func pipe() throws -> Pipe {
    let pipe = try Pipe()
    try Linux.setNonBlocking(pipe.readNumber)
    return pipe
  }

  @Test("an end of a pipe is closed when its owner goes, and not before")
  func owners() throws {
    var pipe = try pipe()
    let reading = pipe.readNumber
    #expect(throws: Errno.wouldBlock) { try Linux.read(reading, most: 1) }
    pipe.writeEnd = nil
    #expect(pipe.writeNumber == -1)
    #expect(try Linux.read(reading, most: 1) == [])
  }

  @Test("who reads a pipe no more is known to who writes")
  func readers() throws {
    var pipe = try Pipe()
    var entries = PollSet(count: 1)
    entries.ask(0, pipe.writeNumber, writable: true)
    try entries.wait(nanoseconds: 0)
    var (isReported, isBroken) = (entries.isReported(0), entries.isBroken(0))
    #expect(isReported && !isBroken)
    pipe.readEnd = nil
    #expect(pipe.readNumber == -1)
    try entries.wait(nanoseconds: 0)
    (isReported, isBroken) = (entries.isReported(0), entries.isBroken(0))
    #expect(isReported && isBroken)
  }

  @Test("a descriptor that is given away stays open")
  func released() throws {
    var pipe = try pipe()
    let reading = pipe.readNumber
    let given = pipe.writeEnd.take()?.release()
    let number = try #require(given)
    #expect(throws: Errno.wouldBlock) { try Linux.read(reading, most: 1) }
    try Linux.close(number)
    #expect(try Linux.read(reading, most: 1) == [])
  }

  @Test("closing says how it went")
  func closed() throws {
    var pipe = try pipe()
    let reading = pipe.readNumber
    try pipe.writeEnd.take()?.close()
    #expect(try Linux.read(reading, most: 1) == [])
    #expect(throws: Errno.badDescriptor) { try Descriptor(owning: -1).close() }
    #expect(throws: Errno.badDescriptor) { try Linux.close(1 << 30) }
  }

  @Test("bytes come out of a pipe as they went in, and no more than may be there")
  func bytes() throws {
    var pipe = try pipe()
    let (reading, writing) = (pipe.readNumber, pipe.writeNumber)
    try Linux.writeWhole([1, 2, 3], to: writing)
    #expect(try Linux.writeOnce([4, 5], to: writing) == 2)
    #expect(try Linux.read(reading, most: 2) == [1, 2])
    pipe.writeEnd = nil
    #expect(try Linux.readAll(reading, most: 3) == [3, 4, 5])
    var other = try Pipe()
    try Linux.writeWhole([1, 2, 3, 4], to: other.writeNumber)
    other.writeEnd = nil
    let otherReading = other.readNumber
    #expect(throws: Errno(27)) { try Linux.readAll(otherReading, most: 3) }
  }

  @Test("a pipe that takes a part of a record takes none")
  func wholeRecords() throws {
    let pipe = try Pipe()
    let writing = pipe.writeNumber
    try Linux.setNonBlocking(writing)
    #expect(throws: Errno.noSpace) { try Linux.writeWhole([UInt8](repeating: 1, count: 1 << 20), to: writing) }
    #expect(throws: Errno.wouldBlock) { try Linux.writeWhole([1], to: writing) }
  }

  @Test("a new descriptor is closed by exec")
  func closeOnExec() throws {
    let file = try Linux.open("/dev/null", [.readWrite])
    let pipe = try Pipe()
    for number in [file.number, pipe.readNumber, pipe.writeNumber] {
      let text = try Linux.open("/proc/self/fdinfo/\(number)", [.readOnly])
      let lines = String(decoding: try Linux.readAll(text.number, most: 4096), as: UTF8.self).split(separator: "\n")
      let flags = try #require(lines.first { $0.hasPrefix("flags:") }?.split(separator: "\t").last)
      // O_CLOEXEC
      #expect(try #require(Int(flags, radix: 8)) & 0o2000000 != 0, "\(number)")
    }
  }

  @Test("a string with a NUL in it is no argument, and every other string is one")
  func argumentBlock() throws {
    for strings in [["a\0b"], ["\0"], ["", "", "\0"]] {
      #expect(throws: Errno.invalidArgument) { _ = try ArgumentBlock(strings) }
    }
    for strings in [[], [""], ["/bin/true", "é\u{202E}", String(repeating: "a", count: 200_000)]] {
      #expect(throws: Never.self) { _ = try ArgumentBlock(strings) }
    }
  }

  @Test("a program that is not there, or that is none, says so")
  func execute() throws {
    let nothing = try ArgumentBlock([])
    #expect(try ArgumentBlock(["/nowhere/at/all"]).execute(environment: nothing) == .noSuchFile)
    #expect(try ArgumentBlock(["/"]).execute(environment: nothing) == .accessDenied)
    #expect(try ArgumentBlock([]).execute(environment: nothing) == .noSuchFile)
    #expect(try ArgumentBlock(["/dev/null/x"]).execute(environment: nothing) == .notDirectory)
  }

  @Test("a shared page holds its values, begins with zeros and ends where it ends")
  func sharedPage() throws {
    let page = try SharedPage()
    #expect((0..<SharedPage.count).allSatisfy { page[$0] == 0 })
    for place in [0, 1, SharedPage.count - 1] { page[place] = Int32(place) - 5 }
    #expect(page[0] == -5 && page[1] == -4 && page[SharedPage.count - 1] == Int32(SharedPage.count) - 6)
    for place in [-1, SharedPage.count, .max, .min] {
      page[place] = 7
      #expect(page[place] == 0)
    }
    #expect(page[2] == 0 && page[SharedPage.count - 2] == 0)
  }

  @Test("a set holds the signals that were put in, and nothing that is no signal")
  func signalSets() {
    var set = SignalSet()
    for number: Int32 in [9, 64, 0, -1, 65, .min, .max] { set.insert(number) }
    #expect(set.rawValue == UInt64(1) << 8 | UInt64(1) << 63)
    #expect(set.contains(9) && set.contains(64) && !set.contains(1) && !set.contains(0) && !set.contains(65))
    #expect((Int32(1)...64).allSatisfy { SignalSet.all.contains($0) })
  }
}
