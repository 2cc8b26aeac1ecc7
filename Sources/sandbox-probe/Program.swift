internal import CLinux
internal import CProbe

/// A program with its argument and environment vectors, for execve(2).
enum Program {
  /// Replaces this process; answers only when that failed. An empty `words` is an argv of nothing.
  static func become(_ path: String, _ words: [String], environment: [String]) -> Int64 {
    unsafe withVectors(words, environment) { argv, envp in unsafe probe_execve(path, argv, envp) }
  }

  typealias Vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Lays both vectors out in one piece of memory for the time of `body`.
  static func withVectors<Result>(
    _ words: [String], _ environment: [String], _ body: (Vector, Vector) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for word in words + environment {
      starts.append(bytes.count)
      bytes += word.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    return unsafe bytes.withUnsafeMutableBufferPointer { memory in
      var table: [UnsafeMutablePointer<CChar>?] = unsafe []
      for (index, start) in starts.enumerated() {
        if index == words.count { unsafe table.append(nil) }
        unsafe table.append(memory.baseAddress.map { unsafe $0 + start })
      }
      if environment.isEmpty { unsafe table.append(nil) }
      unsafe table.append(nil)
      return unsafe table.withUnsafeMutableBufferPointer { pointers in
        // The table always holds two nulls, so there is a base address.
        guard let base = pointers.baseAddress else { Output.leave(70) }
        return unsafe body(base, base + words.count + 1)
      }
    }
  }
}
