/// Strings as execve(2) takes them: one block of bytes and a table of pointers into it, ended by a null pointer.
///
/// Built before the sandbox is, because nothing may be allocated on the way to execve(2).
@safe
public struct ArgumentBlock: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private let pointers: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

  /// Copies the strings; none may hold a NUL, which the kernel would take for its end.
  public init(_ strings: [String]) throws(Errno) {
    var size = 0
    for string in strings {
      guard !string.utf8.contains(0) else { throw .invalidArgument }
      size += string.utf8.count + 1
    }
    unsafe bytes = .allocate(capacity: max(1, size))
    unsafe pointers = .allocate(capacity: strings.count + 1)
    var offset = 0
    for (index, string) in strings.enumerated() {
      unsafe pointers[index] = bytes.baseAddress.map { unsafe $0 + offset }
      for byte in string.utf8 {
        unsafe bytes[offset] = CChar(bitPattern: byte)
        offset += 1
      }
      unsafe bytes[offset] = 0
      offset += 1
    }
    unsafe pointers[strings.count] = nil
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe pointers.deallocate()
  }

  /// Runs the program that the first string names, with these arguments. Returns only where it fails. The
  /// corresponding call is `execve`.
  public borrowing func execute(environment: borrowing ArgumentBlock) -> Errno {
    guard let table = unsafe pointers.baseAddress, let path = unsafe table.pointee,
      let variables = unsafe environment.pointers.baseAddress
    else { return .noSuchFile }
    return unsafe Linux.execute(path, table, variables)
  }
}
