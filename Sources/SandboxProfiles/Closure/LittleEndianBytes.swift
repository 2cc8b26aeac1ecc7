/// Bytes with bounds-checked little-endian numbers in them: all in memory, or of a file, of which only what is asked for
/// is read. A library may be large, and its headers are a few hundred bytes at both ends.
struct LittleEndianBytes {
  private enum Storage {
    case memory([UInt8])
    case file(Blocks)
  }

  /// The blocks of a file that were read so far.
  private final class Blocks {
    let descriptor: Int32
    var known: [UInt64: [UInt8]] = [:]

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func block(_ number: UInt64) -> [UInt8] {
      if let block = known[number] { return block }
      let block = HostFile.read(descriptor, at: number * LittleEndianBytes.blockSize, count: 4096)
      known[number] = block
      return block
    }
  }

  private static let blockSize: UInt64 = 4096
  private let storage: Storage

  /// Bytes in memory.
  init(_ bytes: [UInt8]) { storage = .memory(bytes) }

  /// An open file, which has to stay open as long as this.
  init(file descriptor: Int32) { storage = .file(Blocks(descriptor)) }

  /// At most `count` bytes from an offset on; fewer where there are no more.
  private func bytes(_ offset: UInt64, _ count: Int) -> ArraySlice<UInt8> {
    switch storage {
    case .memory(let bytes):
      guard offset < UInt64(bytes.count) else { return [] }
      return bytes[Int(offset)...].prefix(count)
    case .file(let blocks):
      // Beyond any file, and where the sum below would overflow.
      guard offset < 1 << 62 else { return [] }
      var found: ArraySlice<UInt8> = []
      while found.count < count {
        let place = offset + UInt64(found.count)
        let block = blocks.block(place / Self.blockSize)
        let rest = block.dropFirst(Int(place % Self.blockSize)).prefix(count - found.count)
        if rest.isEmpty { break }
        found += rest
      }
      return found
    }
  }

  private func number(_ offset: UInt64, width: Int) -> UInt64? {
    let bytes = bytes(offset, width)
    guard bytes.count == width else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Two bytes; nothing where the bytes end before.
  func half(_ offset: UInt64) -> UInt16? { number(offset, width: 2).map { UInt16($0) } }
  /// Four bytes.
  func word(_ offset: UInt64) -> UInt32? { number(offset, width: 4).map { UInt32($0) } }
  /// Eight bytes.
  func double(_ offset: UInt64) -> UInt64? { number(offset, width: 8) }

  /// The text from an offset to its NUL, which has to come within `room` bytes, 4096, and the file.
  func string(at offset: UInt64, within room: UInt64) throws(ELFFile.Fault) -> String {
    let most = Int(min(room, 4096))
    // Nearly every name is short.
    for count in [min(most, 64), most] {
      let text = bytes(offset, count)
      if let end = text.firstIndex(of: 0) { return String(decoding: text[..<end], as: UTF8.self) }
    }
    throw .damaged
  }
}
