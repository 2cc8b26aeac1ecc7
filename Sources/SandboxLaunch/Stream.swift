import LinuxSystem

/// One standard stream on its way between the caller and the command, a piece at a time.
struct Stream {
  /// The most that is taken at once.
  private static let piece = 65_536
  /// What a pipe takes without waiting once it says that it takes something, pipe(7).
  private static let atomic = 4096

  /// Where it comes from, -1 once it has ended.
  private(set) var source: Int32
  /// Where it goes, -1 once nobody reads it; what is left is thrown away.
  private(set) var sink: Int32
  private var pending: ArraySlice<UInt8>
  private(set) var total: UInt64 = 0

  init(from source: Int32, to sink: Int32, holding bytes: [UInt8] = []) {
    self.source = source
    self.sink = sink
    pending = bytes[...]
  }

  /// Nothing more will come, and nothing is left to be written.
  var isDone: Bool { source < 0 && pending.isEmpty }
  var wantsToRead: Bool { source >= 0 && pending.isEmpty }
  var wantsToWrite: Bool { sink >= 0 && !pending.isEmpty }

  /// Takes a piece from the source, at most `most` bytes of it counting.
  mutating func read(most: UInt64 = .max) throws(Errno) {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try Self.readNow(source)
    } catch .wouldBlock {
      return
    } catch .interrupted {
      return
    }
    if bytes.isEmpty { source = -1 }
    total += UInt64(bytes.count)
    pending = bytes.prefix(Int(clamping: most))
    if sink < 0 { pending = [] }
  }

  /// Gives a piece to the sink.
  mutating func write() throws(Errno) {
    do throws(Errno) {
      pending = pending.dropFirst(try Self.writeNow(pending.prefix(Self.atomic), to: sink))
    } catch .wouldBlock {
      return
    } catch .interrupted {
      return
    }
  }

  /// The source says nothing more that is of interest.
  mutating func endSource() { source = -1 }

  /// Nobody takes any more.
  mutating func endSink() {
    sink = -1
    pending = []
  }

  /// The caller's streams are shared with others, so they are asked call by call not to wait; what can't be asked is
  /// read and written when poll(2) says that it can.
  private static func readNow(_ descriptor: Int32) throws(Errno) -> [UInt8] {
    do throws(Errno) {
      return try Linux.readWithoutWaiting(descriptor, most: piece)
    } catch let error where error == .notSupported || error == .notImplemented || error == .invalidArgument {
      return try Linux.read(descriptor, most: piece)
    }
  }

  private static func writeNow(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Errno) -> Int {
    do throws(Errno) {
      return try Linux.writeWithoutWaiting(bytes, to: descriptor)
    } catch let error where error == .notSupported || error == .notImplemented || error == .invalidArgument {
      return try Linux.writeOnce(bytes, to: descriptor)
    }
  }
}
