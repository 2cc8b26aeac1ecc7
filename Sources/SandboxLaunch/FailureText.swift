import LinuxSystem
import SandboxPolicy

extension StepFailure {
  /// One line: what could not be done, why, and what to do where that is known.
  func text(in plan: Plan) -> String {
    guard plan.steps.indices.contains(step) else { return "could not start the sandbox: \(errno)" }
    let failed = plan.steps[step]
    return "could not \(failed.order): \(reason(of: failed))"
  }

  private func reason(of step: Step) -> String {
    switch detail {
    case .launcherGone: "the launcher has gone"
    case .keeperGone: "the process that makes it has ended"
    case .changed: "it is not the file that it was when it was checked; call again"
    case .wrongKind: "it is of another kind than the profile asks for"
    case .untrustedLink: "a symbolic link on the way does not belong to root alone; name what it points to"
    case .notShared:
      "its mount is not shared; run: mount --bind \(step.path) \(step.path) && mount --make-shared \(step.path)"
    case .notNamespace: "it is not a network namespace"
    case .missingInside: "it does not exist in the directory that is mounted there"
    case .initGone: "init has ended"
    case .notDevice: "it is not a device"
    case .none: "\(errno)\(hint(of: step))"
    }
  }

  /// What an errno means that says something else: the limit behind ENOSPC, the kernel behind ENOSYS.
  private func hint(of step: Step) -> String {
    if errno == .notImplemented { return "; Linux 5.12 or newer is needed" }
    if errno == .noSpace {
      switch step {
      case .cloneProcess, .unshareUser, .unshareCgroup, .createNetwork:
        return "; a limit of /proc/sys/user/max_*_namespaces is reached"
      case .bind, .mountRoot, .mountProc, .mountTemporary, .bindDevice, .propagate, .mountOwnSys, .mountOwnProc:
        return "; the limit /proc/sys/fs/mount-max is reached"
      default: return ""
      }
    }
    switch step {
    case .limit where errno == .notPermitted:
      return "; the launcher's own hard limit is lower, raise it (ulimit -H)"
    case .mountProc where errno == .notPermitted:
      return "; the user namespace may not see all of /proc, run it as root"
    case .bind(let bind) where errno == .noSuchFile:
      return bind.source.path == bind.path ? "" : " (the profile's command has gone)"
    default: return ""
    }
  }
}

extension Step {
  /// The path that a step is about, or nothing to name.
  fileprivate var path: String {
    switch self {
    case .keepPropagation(let path), .propagate(let path), .joinNetwork(let path): path
    case .bind(let bind): bind.path
    default: ""
    }
  }
}
