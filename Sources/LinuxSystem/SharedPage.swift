private import CLinux

/// One page of memory that a process shares with those that it forks.
///
/// How a forked process tells what happened without a system call: after its filter is loaded it may have none.
@safe
public struct SharedPage: ~Copyable {
  /// The number of values that it holds.
  public static let count = 1024

  private let pages: UnsafeMutableRawPointer

  /// A page of zeros. The corresponding call is `mmap(MAP_SHARED | MAP_ANONYMOUS)`.
  public init() throws(Errno) {
    guard let pages = unsafe sbx_shared_pages(4096) else { throw Errno(12) }
    unsafe self.pages = pages
  }

  deinit { _ = unsafe sbx_unmap(pages, 4096) }

  /// The value at a place; 0 outside of the page.
  public subscript(index: Int) -> Int32 {
    get {
      guard (0..<Self.count).contains(index) else { return 0 }
      return unsafe pages.load(fromByteOffset: index * 4, as: Int32.self)
    }
    nonmutating set {
      guard (0..<Self.count).contains(index) else { return }
      unsafe pages.storeBytes(of: newValue, toByteOffset: index * 4, as: Int32.self)
    }
  }
}
