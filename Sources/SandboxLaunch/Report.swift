import LinuxSystem

/// What the processes of one launch tell the launcher, in memory that they share.
///
/// A descriptor would not do: after the filter is loaded, a failing execve(2) may have no write(2) to report by.
@safe
struct Report: ~Copyable {
  /// Who tells.
  enum Teller: Int, CaseIterable {
    /// Makes the network namespace, and removes the cgroup.
    case keeper = 0
    /// Builds the sandbox, and becomes pid 1.
    case builder = 1
    /// Pid 1, while it drops its rights.
    case initProcess = 2
    /// Becomes the command.
    case command = 3
  }

  private let page: SharedPage

  init() throws(Errno) { page = try SharedPage() }

  /// The first failure in the order of the tellers: a later one is often its consequence.
  var failure: StepFailure? {
    for teller in Teller.allCases {
      let base = 16 + teller.rawValue * 4
      if page[base] != 0 {
        return StepFailure(
          step: Int(page[base] - 1), errno: Errno(page[base + 1]),
          detail: StepFailure.Detail(rawValue: page[base + 2]) ?? .none)
      }
    }
    return nil
  }

  func tell(_ failure: StepFailure, by teller: Teller) {
    let base = 16 + teller.rawValue * 4
    page[base + 1] = failure.errno.code
    page[base + 2] = failure.detail.rawValue
    page[base] = Int32(failure.step + 1)
  }

  /// Whether everything before execve(2) is done; a failure may still follow.
  var isExecuting: Bool {
    get { page[0] == 1 }
    nonmutating set { page[0] = newValue ? 1 : 0 }
  }

  /// Whether pid 1 has dropped its rights.
  var isInitReady: Bool {
    get { page[1] == 1 }
    nonmutating set { page[1] = newValue ? 1 : 0 }
  }

  /// Whether the process that becomes the command has its own identity: before, pid 1 may not send it a signal.
  var isCommandIdentified: Bool {
    get { page[5] == 1 }
    nonmutating set { page[5] = newValue ? 1 : 0 }
  }

  /// How the command ended, as pid 1 saw it; nothing where pid 1 did not.
  var commandEnd: (code: Int32, status: Int32)? {
    get { page[2] == 1 ? (page[3], page[4]) : nil }
    nonmutating set {
      page[3] = newValue?.code ?? 0
      page[4] = newValue?.status ?? 0
      page[2] = newValue == nil ? 0 : 1
    }
  }
}

/// A step that could not be done.
struct StepFailure: Error, Equatable {
  /// What errno alone does not say.
  enum Detail: Int32 {
    case none = 0
    case launcherGone = 1
    case keeperGone = 2
    case changed = 3
    case wrongKind = 4
    case untrustedLink = 5
    case notShared = 6
    case notNamespace = 7
    case missingInside = 8
    case initGone = 9
    case notDevice = 10
  }

  /// The place of the step in the plan.
  var step: Int
  /// Why.
  var errno: Errno
  /// What errno does not say.
  var detail: Detail
}

/// A failure inside a step, before its place in the plan is added.
struct StepError: Error {
  var errno: Errno
  var detail: StepFailure.Detail

  init(_ errno: Errno, _ detail: StepFailure.Detail = .none) {
    self.errno = errno
    self.detail = detail
  }
}

/// Runs kernel calls whose errors become a step's.
func attempt<Value: ~Copyable>(
  _ detail: StepFailure.Detail = .none, _ body: () throws(Errno) -> Value
) throws(StepError) -> Value {
  try translating(body) { StepError($0, detail) }
}
