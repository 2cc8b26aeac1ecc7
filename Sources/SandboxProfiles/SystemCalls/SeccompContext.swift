internal import CSeccomp
internal import Glibc
internal import SandboxPolicy

/// A filter that libseccomp is building; freed when its owner goes.
@safe struct SeccompContext: ~Copyable {
  private let context: scmp_filter_ctx

  private init(owning context: scmp_filter_ctx) { unsafe self.context = unsafe context }

  /// An empty filter for one machine that refuses every call with EPERM and kills on a foreign ABI.
  static func make(for architecture: Architecture) throws(FilterError) -> SeccompContext {
    guard let pointer = unsafe seccomp_init(SeccompAction.refuse(EPERM)) else {
      throw .library(action: "begin a filter", call: nil, error: ENOMEM)
    }
    let context = unsafe SeccompContext(owning: pointer)
    try context.configure(architecture)
    return context
  }

  deinit { unsafe seccomp_release(context) }

  private func configure(_ architecture: Architecture) throws(FilterError) {
    let native = seccomp_arch_native()
    if native != architecture.auditArchitecture {
      try check(unsafe seccomp_arch_add(context, architecture.auditArchitecture), "add the machine")
      try check(unsafe seccomp_arch_remove(context, native), "remove the native machine")
    }
    try check(
      unsafe seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SeccompAction.killProcess), "set the foreign action")
    // 2: a binary tree, so that a call is found in seven steps instead of eighty.
    try check(unsafe seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2), "set the optimization")
  }

  /// Allows a call, whatever its arguments.
  func allow(_ call: String) throws(FilterError) {
    try check(
      unsafe seccomp_rule_add_array(context, SeccompAction.allow, Self.hostNumber(call), 0, nil), "allow", call)
  }

  /// Answers a call with ENOSYS.
  func hide(_ call: String) throws(FilterError) {
    let status = unsafe seccomp_rule_add_array(
      context, SeccompAction.refuse(ENOSYS), Self.hostNumber(call), 0, nil)
    try check(status, "hide", call)
  }

  /// What libseccomp wants for a call: its number on the host, whatever machine the filter is for, or a stand-in below
  /// zero where the host lacks it; it translates by name.
  private static func hostNumber(_ call: String) -> Int32 { unsafe seccomp_syscall_resolve_name(call) }

  /// The program.
  func export() throws(FilterError) -> [UInt8] {
    let file = sbx_filter_file()
    guard file >= 0 else { throw .library(action: "make a file in memory", call: nil, error: errno) }
    defer { close(file) }
    try check(unsafe seccomp_export_bpf(context, file), "export the program")
    let size = lseek(file, 0, SEEK_CUR)
    guard size > 0 else { throw .library(action: "measure the program", call: nil, error: size < 0 ? errno : EIO) }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = unsafe pread(file, &bytes, size, 0)
    guard count == size else { throw .library(action: "read the program", call: nil, error: count < 0 ? errno : EIO) }
    return bytes
  }

  private func check(_ status: Int32, _ action: String, _ call: String? = nil) throws(FilterError) {
    if status < 0 { throw .library(action: action, call: call, error: -status) }
  }
}

/// What a filter answers, `SECCOMP_RET_…` of `<linux/seccomp.h>`.
enum SeccompAction {
  /// The call is made.
  static let allow: UInt32 = 0x7FFF_0000
  /// The process is killed by SIGSYS.
  static let killProcess: UInt32 = 0x8000_0000

  /// The call fails with this error.
  static func refuse(_ error: Int32) -> UInt32 { 0x0005_0000 | UInt32(truncatingIfNeeded: error) & 0xFFFF }
}
