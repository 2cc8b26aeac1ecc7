internal import CLinux
internal import CProbe

/// Asking for too much.
enum Load {
  private static func count(_ words: [String]) -> UInt64 { words.first.flatMap { UInt64($0) } ?? 0 }

  /// `fork-bomb N`: how many of N children could be had at one time.
  static func forkBomb(_ words: [String]) -> Int32 {
    let wanted = count(words)
    var made: UInt64 = 0
    var failure: Int64 = 0
    while made < wanted {
      let child = probe_fork()
      if child == 0 { while true { _ = sbx_sleep(1_000_000_000) } }
      guard child > 0 else {
        failure = child
        break
      }
      made += 1
    }
    Output.line(.object([("made", .number(Int64(made))), ("error", failure < 0 ? .answer(failure) : .null)]))
    return 0
  }

  /// `allocate BYTES [each]`: touches that much memory; with `each`, in pieces of 1 MiB by children of 32 MiB each.
  static func allocate(_ words: [String]) -> Int32 {
    let result = probe_touch_pages(count(words))
    Output.line(.object([("result", .answer(result))]))
    return result < 0 ? 1 : 0
  }

  /// `open-many N`: how many of N descriptors could be had.
  static func openMany(_ words: [String]) -> Int32 {
    var open: Int64 = 0
    var failure: Int64 = 0
    for _ in 0..<count(words) {
      let descriptor = sbx_duplicate_above(1, 0)
      guard descriptor >= 0 else {
        failure = descriptor
        break
      }
      open += 1
    }
    Output.line(.object([("open", .number(open)), ("error", failure < 0 ? .answer(failure) : .null)]))
    return 0
  }

  /// `flood stdout|stderr|both BYTES [stay]`: writes that much without a newline; with `stay`, sleeps then.
  static func flood(_ words: [String]) -> Int32 {
    guard words.count >= 2, let wanted = UInt64(words[1]) else { return 64 }
    let targets: [Int32] = words[0] == "both" ? [1, 2] : [words[0] == "stderr" ? 2 : 1]
    let block = [UInt8](repeating: 0x78, count: 65536)
    var written: UInt64 = 0
    while written < wanted {
      for target in targets where written < wanted {
        let result = unsafe sbx_write(target, block, min(block.count, Int(wanted - written)))
        guard result > 0 else { return 2 }
        written += UInt64(result)
      }
    }
    return words.count > 2 ? Endings.sleep(["60"]) : 0
  }

  /// `fill PATH BYTES`: how much could be written to a file.
  static func fill(_ words: [String]) -> Int32 {
    guard words.count == 2, let wanted = UInt64(words[1]) else { return 64 }
    // The default of SIGXFSZ ends the process; the error is what is asked for here.
    _ = probe_ignore(25)
    let descriptor = unsafe sbx_open(words[0], SBX_O_WRONLY | SBX_O_CREAT | SBX_O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return FileVerbs.failed(descriptor) }
    let block = [UInt8](repeating: 0x78, count: 65536)
    var written: UInt64 = 0
    var failure: Int64 = 0
    while written < wanted, failure == 0 {
      let result = unsafe sbx_write(Int32(descriptor), block, min(block.count, Int(wanted - written)))
      if result > 0 { written += UInt64(result) } else { failure = result == 0 ? -5 : result }
    }
    Output.line(.object([("written", .number(Int64(written))), ("error", failure < 0 ? .answer(failure) : .null)]))
    return 0
  }

  /// `spin`: uses a processor for ever.
  static func spin(_ words: [String]) -> Int32 {
    var count: UInt64 = 0
    while true { count = count &* 3 &+ UInt64(bitPattern: sbx_monotonic()) }
  }
}
