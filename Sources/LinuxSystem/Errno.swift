private import CLinux

/// Why the kernel refused a system call, errno(3).
public struct Errno: Error, Equatable, Sendable, CustomStringConvertible {
  /// The positive number of `<asm-generic/errno.h>`.
  public let code: Int32

  /// The error of this number.
  public init(_ code: Int32) { self.code = code }

  /// The kernel's word in English whatever the locale.
  public var description: String { unsafe String(cString: sbx_error_text(code)) }

  /// Operation not permitted.
  public static let notPermitted = Errno(1)
  /// No such file or directory.
  public static let noSuchFile = Errno(2)
  /// No such process.
  public static let noSuchProcess = Errno(3)
  /// Interrupted system call.
  public static let interrupted = Errno(4)
  /// Bad file descriptor.
  public static let badDescriptor = Errno(9)
  /// Resource temporarily unavailable.
  public static let wouldBlock = Errno(11)
  /// Permission denied.
  public static let accessDenied = Errno(13)
  /// Device or resource busy.
  public static let busy = Errno(16)
  /// File exists.
  public static let fileExists = Errno(17)
  /// Not a directory.
  public static let notDirectory = Errno(20)
  /// Invalid argument.
  public static let invalidArgument = Errno(22)
  /// No space left on device.
  public static let noSpace = Errno(28)
  /// Broken pipe.
  public static let brokenPipe = Errno(32)
  /// Function not implemented.
  public static let notImplemented = Errno(38)
  /// Too many levels of symbolic links.
  public static let tooManyLinks = Errno(40)
  /// Operation not supported.
  public static let notSupported = Errno(95)
}

/// System calls with their errors as typed throws: the one place where a kernel result becomes a Swift value.
///
/// Each function ends its description with the call that it makes; section 2 of the manual says the rest.
public enum Linux {
  /// Turns what the kernel returns into a value or an error.
  @inline(__always)
  @discardableResult
  static func checked(_ result: Int64) throws(Errno) -> Int64 {
    guard result >= 0 else { throw Errno(Int32(truncatingIfNeeded: -result)) }
    return result
  }

  /// The same for calls that are to be made again after a signal.
  @inline(__always)
  @discardableResult
  static func uninterrupted(_ call: () -> Int64) throws(Errno) -> Int64 {
    while true {
      let result = call()
      if result != -4 { return try checked(result) }
    }
  }
}
