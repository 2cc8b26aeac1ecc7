import Testing

@testable import SandboxPolicy

@Suite("Policies as bytes")
struct PolicyCodecTests {
  @Test("a policy that uses everything comes back as it was")
  func roundTrip() throws {
    let policy = try PolicySamples.everything(filters: SeccompFilter.mostInstructions - 1)
    let decoded = try PolicyCodec.decode(PolicyCodec.encode(policy))
    #expect(decoded == policy)
  }

  @Test("one operation can be read without the others")
  func oneOperation() throws {
    let policy = try PolicySamples.everything()
    let bytes = PolicyCodec.encode(policy)
    for operation in policy.operations {
      let decoded = try PolicyCodec.decode(bytes, operation: operation.name)
      #expect(decoded.operations == [operation])
      #expect(decoded.sources == policy.sources)
      #expect(decoded.initFilter == policy.initFilter)
    }
    for other in ["", "ever", "everything ", "EVERYTHING"] {
      #expect(try PolicyCodec.decode(bytes, operation: other).operations.isEmpty)
    }
  }

  @Test("a policy cut off at any byte is refused")
  func truncation() throws {
    let bytes = PolicyCodec.encode(try PolicySamples.everything())
    for length in bytes.indices {
      #expect(throws: PolicyCodecError.truncated) { try PolicyCodec.decode(Array(bytes[..<length])) }
    }
  }

  @Test("a payload cut off at any byte is refused even when its checksum is right")
  func sealedTruncation() throws {
    let payload = Array(PolicyCodec.encode(try PolicySamples.everything())[PolicyCodec.headerSize...])
    for length in payload.indices {
      let bytes = PolicyCodec.seal(
        Array(payload[..<length]), architecture: Architecture.host.rawValue, version: PolicyCodec.version)
      #expect(throws: PolicyCodecError.self) { try PolicyCodec.decode(bytes) }
    }
  }

  @Test("a policy with any one bit turned is refused")
  func bitFlips() throws {
    let bytes = PolicyCodec.encode(PolicySamples.smallest())
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        #expect(throws: PolicyCodecError.self, "byte \(index) bit \(bit)") { try PolicyCodec.decode(damaged) }
      }
    }
  }

  @Test("a payload with any one byte replaced reads as some policy or as an error, and never stops the program")
  func sealedDamage() throws {
    let payload = Array(PolicyCodec.encode(try PolicySamples.everything())[PolicyCodec.headerSize...])
    var errors = 0
    for index in payload.indices {
      for value in [0, 1, 2, 0x7F, 0xFF] as [UInt8] {
        var damaged = payload
        damaged[index] = value
        let bytes = PolicyCodec.seal(
          damaged, architecture: Architecture.host.rawValue, version: PolicyCodec.version)
        do throws(PolicyCodecError) { _ = try PolicyCodec.decode(bytes) } catch { errors += 1 }
      }
    }
    #expect(errors > payload.count)
  }

  @Test("something after the end is refused, within the file and within the payload")
  func trailing() {
    let bytes = PolicyCodec.encode(PolicySamples.smallest())
    #expect(throws: PolicyCodecError.trailing(bytes: 1)) { try PolicyCodec.decode(bytes + [0]) }
    let payload = Array(bytes[PolicyCodec.headerSize...]) + [0, 0]
    let sealed = PolicyCodec.seal(payload, architecture: Architecture.host.rawValue, version: PolicyCodec.version)
    #expect(throws: PolicyCodecError.trailing(bytes: 2)) { try PolicyCodec.decode(sealed) }
  }

  @Test("each reason to refuse has its own error")
  func reasons() throws {
    let bytes = PolicyCodec.encode(PolicySamples.smallest())
    let payload = Array(bytes[PolicyCodec.headerSize...])
    let host = Architecture.host.rawValue
    for version in [PolicyCodec.version - 1, PolicyCodec.version + 1] {
      let other = PolicyCodec.seal(payload, architecture: host, version: version)
      #expect(throws: PolicyCodecError.version(version)) { try PolicyCodec.decode(other) }
    }
    let other = PolicyCodec.seal(payload, architecture: 9, version: PolicyCodec.version)
    #expect(throws: PolicyCodecError.architecture(9)) { try PolicyCodec.decode(other) }
    #expect(throws: PolicyCodecError.notPolicy) {
      try PolicyCodec.decode(Array("#!/bin/sh and more than thirty-two bytes".utf8))
    }
    #expect(throws: PolicyCodecError.truncated) { try PolicyCodec.decode([]) }
    var damaged = bytes
    damaged[PolicyCodec.headerSize + 5] ^= 1
    #expect(throws: PolicyCodecError.checksum) { try PolicyCodec.decode(damaged) }
    let long = [UInt8](repeating: 0, count: PolicyCodec.longest + 1)
    #expect(throws: PolicyCodecError.tooLong(bytes: long.count)) { try PolicyCodec.decode(long) }
  }

  @Test("a policy for another machine is read only by who asks for that machine")
  func architecture() throws {
    for (machine, other) in [(Architecture.x86_64, Architecture.aarch64), (.aarch64, .x86_64)] {
      var policy = PolicySamples.smallest()
      policy.architecture = machine
      let bytes = PolicyCodec.encode(policy)
      #expect(try PolicyCodec.decode(bytes, architecture: machine) == policy)
      let error = PolicyCodecError.architecture(UInt32(machine.rawValue))
      #expect(throws: error) { try PolicyCodec.decode(bytes, architecture: other) }
    }
  }

  @Test("texts, patterns, tags and filters that are none are refused")
  func fields() throws {
    func decode(_ write: (inout PolicyWriter) -> Void) -> PolicyReader {
      var writer = PolicyWriter()
      write(&writer)
      return PolicyReader(writer.bytes)
    }
    var text = decode { $0.bytes += [2, 0, 0, 0, 0xC3, 0x28] }
    #expect(throws: PolicyCodecError.notText) { try text.text() }
    var huge = decode { $0.bytes += [0xFF, 0xFF, 0xFF, 0xFF] }
    #expect(throws: PolicyCodecError.truncated) { try huge.text() }
    var pattern = decode { $0.text("a(") }
    #expect(throws: PolicyCodecError.self) { try pattern.value() as Pattern }
    var type = decode { $0.bytes += [20] }
    #expect(throws: PolicyCodecError.tag(kind: "argument type", value: 20)) { try type.value() as ArgumentType }
    var nested = decode { $0.value(ArgumentType.list(of: .list(of: .port, max: 1), max: 1)) }
    #expect(throws: PolicyCodecError.tag(kind: "type of a list's items", value: 19)) {
      try nested.value() as ArgumentType
    }
    var filter = decode { $0.text("seven b") }
    #expect(throws: PolicyCodecError.filter(bytes: 7)) { try filter.value() as SeccompFilter }
    var flag = decode { $0.bytes += [2] }
    #expect(throws: PolicyCodecError.tag(kind: "yes or no", value: 2)) { try flag.bool() }
  }

  @Test("every bit of every word counts in the checksum, at each length")
  func checksum() {
    for length in [0, 1, 7, 8, 31, 32, 33, 63, 64, 100] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      let sum = Checksum.of(bytes, from: 0)
      #expect(sum != Checksum.of(bytes + [0], from: 0))
      for index in bytes.indices {
        var damaged = bytes
        damaged[index] ^= 0x80
        #expect(Checksum.of(damaged, from: 0) != sum)
      }
      #expect(Checksum.of([1, 2, 3] + bytes, from: 3) == sum)
    }
  }
}
