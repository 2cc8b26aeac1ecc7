import SandboxPolicy
import Testing

@testable import SandboxProfiles

@Suite("What a program asks of its loader")
struct ELFFileTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    try HostFile.read(try #require(HostFile.realPath(path)), limit: 64 << 20)
  }

  @Test("is read from a real command")
  func real() throws {
    let file = try ELFFile(LittleEndianBytes(try bytes("/usr/bin/true")))
    #expect(file.architecture == .host)
    #expect(file.interpreter?.hasPrefix("/lib") == true)
    #expect(file.needed.contains { $0.hasPrefix("libc.so") })
  }

  @Test("is an error, never a crash, for a program that ends anywhere in its headers")
  func truncated() throws {
    let whole = try bytes("/usr/bin/true")
    for length in Array(0..<1024) + Array(stride(from: 1024, to: whole.count, by: 97)) {
      do throws(ELFFile.Fault) {
        _ = try ELFFile(LittleEndianBytes(Array(whole.prefix(length))))
      } catch {
        continue
      }
    }
    #expect(throws: ELFFile.Fault.damaged) { try ELFFile(LittleEndianBytes(Array(whole.prefix(100)))) }
  }

  @Test("is bounded for a program with damaged headers")
  func damaged() throws {
    let whole = try bytes("/usr/bin/true")
    var random = SplitMix(seed: 11)
    for _ in 0..<4000 {
      var copy = whole
      for _ in 0..<(1 + Int(random.next() % 4)) {
        let place = Int(random.next() % 0x340)
        copy[place] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? ELFFile(LittleEndianBytes(copy))
    }
    // Every number that a header can say, at its largest.
    for place in stride(from: 16, to: 0x340, by: 8) {
      var copy = whole
      copy.replaceSubrange(place..<(place + 8), with: [UInt8](repeating: 0xFF, count: 8))
      _ = try? ELFFile(LittleEndianBytes(copy))
    }
  }

  @Test("is refused for what is no 64-bit little-endian program")
  func foreign() {
    #expect(throws: ELFFile.Fault.notELF) { try ELFFile(LittleEndianBytes([])) }
    #expect(throws: ELFFile.Fault.notELF) { try ELFFile(LittleEndianBytes(Array("#!/bin/sh\n".utf8))) }
    #expect(throws: ELFFile.Fault.damaged) { try ELFFile(LittleEndianBytes([0x7F, 0x45, 0x4C, 0x46])) }
    var header = ElfMaker.header(segments: 0)
    header[4] = 1
    #expect(throws: ELFFile.Fault.foreign) { try ELFFile(LittleEndianBytes(header)) }
    header[4] = 2
    header[5] = 2
    #expect(throws: ELFFile.Fault.foreign) { try ELFFile(LittleEndianBytes(header)) }
    header[5] = 1
    header[16] = 1
    #expect(throws: ELFFile.Fault.foreign) { try ELFFile(LittleEndianBytes(header)) }
  }

  @Test("holds libraries and both kinds of directories")
  func dynamic() throws {
    let file = try ELFFile(
      LittleEndianBytes(
        ElfMaker.program(
          needed: ["liba.so.1", "libb.so"], rpath: "/r:$ORIGIN/x", runpath: "/opt/lib", interpreter: "/ld")))
    #expect(file.needed == ["liba.so.1", "libb.so"])
    #expect(file.inheritedPath == ["/r", "$ORIGIN/x"])
    #expect(file.runPath == ["/opt/lib"])
    #expect(file.interpreter == "/ld")
    #expect(file.architecture == .host)
  }

  @Test("is nothing for a static program")
  func staticProgram() throws {
    let file = try ELFFile(LittleEndianBytes(ElfMaker.header(segments: 0)))
    #expect(file.interpreter == nil)
    #expect(file.needed == [])
  }
}

/// Makes ELF files with just what a loader reads first.
enum ElfMaker {
  static func header(segments: UInt16) -> [UInt8] {
    var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 8)
    let machine: UInt16 = Architecture.host == .x86_64 ? 62 : 183
    bytes += number(UInt64(3), 2) + number(UInt64(machine), 2) + number(1, 4) + number(0, 8) + number(64, 8)
    bytes += number(0, 8) + number(0, 4) + number(64, 2) + number(56, 2) + number(UInt64(segments), 2)
    return bytes + [UInt8](repeating: 0, count: 6)
  }

  /// A file whose one loaded segment is the whole file at address 0x1000.
  static func program(
    needed: [String], rpath: String? = nil, runpath: String? = nil, interpreter: String? = nil
  ) -> [UInt8] {
    var strings: [UInt8] = [0]
    func add(_ text: String) -> UInt64 {
      let offset = UInt64(strings.count)
      strings += Array(text.utf8) + [0]
      return offset
    }
    var entries = needed.map { (UInt64(1), add($0)) }
    if let rpath { entries.append((15, add(rpath))) }
    if let runpath { entries.append((29, add(runpath))) }
    let loader = interpreter.map(add)
    let stringsAt = UInt64(64 + 3 * 56)
    entries += [(5, 0x1000 + stringsAt), (0, 0)]
    let dynamicAt = stringsAt + UInt64(strings.count)
    let dynamic = entries.flatMap { number($0.0, 8) + number($0.1, 8) }
    let total = dynamicAt + UInt64(dynamic.count)
    func segment(_ type: UInt64, _ offset: UInt64, _ size: UInt64) -> [UInt8] {
      number(type, 4) + number(0, 4) + number(offset, 8) + number(0x1000 + offset, 8) + number(0, 8) + number(size, 8)
        + number(size, 8) + number(0, 8)
    }
    let loaderSize = UInt64((interpreter?.utf8.count ?? 0) + 1)
    return header(segments: 3) + segment(1, 0, total) + segment(2, dynamicAt, UInt64(dynamic.count))
      + segment(loader == nil ? 0 : 3, stringsAt + (loader ?? 0), loaderSize) + strings + dynamic
  }

  private static func number(_ value: UInt64, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }
}
