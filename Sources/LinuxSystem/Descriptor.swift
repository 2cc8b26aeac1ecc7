private import CLinux

/// An open descriptor with one owner; it is closed when the owner goes.
public struct Descriptor: ~Copyable {
  /// The number, for as long as this value lives.
  public let number: Int32

  /// Takes the ownership of an open descriptor.
  public init(owning number: Int32) { self.number = number }

  deinit { _ = sbx_close(number) }

  /// Gives the ownership away: nothing closes the descriptor any more.
  public consuming func release() -> Int32 {
    let kept = number
    discard self
    return kept
  }

  /// Closes, and says how that went. The corresponding call is `close`.
  public consuming func close() throws(Errno) {
    let kept = release()
    try Linux.checked(sbx_close(kept))
  }
}

/// The two ends of a pipe.
public struct Pipe: ~Copyable {
  /// What comes out; nothing once it is closed.
  public var readEnd: Descriptor?
  /// What goes in; nothing once it is closed.
  public var writeEnd: Descriptor?

  /// A new pipe, both ends close-on-exec. The corresponding call is `pipe2`.
  public init() throws(Errno) {
    var pair: (Int32, Int32) = (-1, -1)
    let result = unsafe withUnsafeMutablePointer(to: &pair) { pointer in
      unsafe pointer.withMemoryRebound(to: Int32.self, capacity: 2) { unsafe sbx_pipe2($0, SBX_O_CLOEXEC) }
    }
    try Linux.checked(result)
    readEnd = Descriptor(owning: pair.0)
    writeEnd = Descriptor(owning: pair.1)
  }

  /// A pair of sockets that descriptors are passed through, both close-on-exec. The corresponding call is `socketpair`.
  public static func forDescriptors() throws(Errno) -> Pipe {
    var pair: (Int32, Int32) = (-1, -1)
    let result = unsafe withUnsafeMutablePointer(to: &pair) { pointer in
      unsafe pointer.withMemoryRebound(to: Int32.self, capacity: 2) { unsafe sbx_socketpair($0) }
    }
    try Linux.checked(result)
    return Pipe(readEnd: Descriptor(owning: pair.0), writeEnd: Descriptor(owning: pair.1))
  }

  private init(readEnd: consuming Descriptor, writeEnd: consuming Descriptor) {
    self.readEnd = .some(readEnd)
    self.writeEnd = .some(writeEnd)
  }

  /// The number of the end to read from, -1 once it is closed.
  public var readNumber: Int32 {
    switch readEnd {
    case .some(let end): end.number
    case .none: -1
    }
  }

  /// The number of the end to write to, -1 once it is closed.
  public var writeNumber: Int32 {
    switch writeEnd {
    case .some(let end): end.number
    case .none: -1
    }
  }
}
