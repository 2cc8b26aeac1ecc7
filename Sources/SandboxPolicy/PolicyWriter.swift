/// Collects the fields of a policy.
struct PolicyWriter {
  /// What has been written.
  var bytes: [UInt8] = []

  mutating func integer(_ value: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func integer(_ value: Int64) { integer(UInt64(bitPattern: value)) }

  mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// A length; what is longer than its field can say is written as a length that no reader takes.
  mutating func count(_ value: Int) { integer(UInt32(clamping: value)) }

  mutating func text(_ value: String) {
    count(value.utf8.count)
    bytes += value.utf8
  }

  mutating func value(_ value: some PolicyCoded) { value.write(to: &self) }

  mutating func list(_ values: [some PolicyCoded]) {
    count(values.count)
    for value in values { self.value(value) }
  }

  mutating func optional(_ value: (some PolicyCoded)?) {
    bool(value != nil)
    if let value { self.value(value) }
  }

  /// Writes what `body` writes with its length in front.
  mutating func measured(_ body: (inout PolicyWriter) -> Void) {
    var inner = PolicyWriter()
    body(&inner)
    count(inner.bytes.count)
    bytes += inner.bytes
  }
}

/// A value with a place in a policy's bytes; writing and reading name the same fields in the same order.
protocol PolicyCoded {
  /// Writes the fields.
  func write(to writer: inout PolicyWriter)
  /// Reads the fields.
  init(from reader: inout PolicyReader) throws(PolicyCodecError)
}

extension String: PolicyCoded {
  func write(to writer: inout PolicyWriter) { writer.text(self) }
  init(from reader: inout PolicyReader) throws(PolicyCodecError) { self = try reader.text() }
}

extension UInt32: PolicyCoded {
  func write(to writer: inout PolicyWriter) { writer.integer(self) }
  init(from reader: inout PolicyReader) throws(PolicyCodecError) { self = try reader.integer() }
}

extension UInt8: PolicyCoded {
  func write(to writer: inout PolicyWriter) { writer.integer(self) }
  init(from reader: inout PolicyReader) throws(PolicyCodecError) { self = try reader.integer() }
}
