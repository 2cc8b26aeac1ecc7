import LinuxSystem
import SandboxAudit
import SandboxLaunch
import SandboxPolicy

/// The arrows of the line: each makes one value of the ones before it, or ends the launcher.
enum Stage {
  static func parse(_ words: [[UInt8]]) -> Invocation {
    guard Surroundings.isScrubbed else {
      Console.complain("the environment could not be emptied; this program was linked wrongly")
      Linux.exit(125)
    }
    // CVE-2021-4034: with no argv[0] the first option is not where it seems.
    guard words.first?.isEmpty == false else {
      Console.complain("argv[0] is missing or empty; call it by a name")
      Linux.exit(126)
    }
    do throws(InvocationError) {
      switch try Invocation.parse(Array(words.dropFirst())) {
      case .call(let invocation): return invocation
      case .help: Console.print(Usage.help)
      case .version: Console.print(Usage.version)
      }
    } catch {
      Console.complain(error.text.hasSuffix("?") ? error.text : "\(error.text); see sandbox-run --help")
      Linux.exit(126)
    }
  }

  static func makeHarmless(_ invocation: Invocation, _ ledger: borrowing Ledger) {
    do throws(SurroundingsError) {
      try Surroundings.makeHarmless(keeping: invocation.outcomeDescriptor)
    } catch {
      switch error {
      case .refused(let text): ledger.refuse(.refused(text))
      case .failed(let text): ledger.refuse(.setUpFailed(text))
      }
    }
    guard Linux.realUser == Linux.effectiveUser, Linux.realGroup == Linux.effectiveGroup else {
      ledger.refuse(.refused("sandbox-run is not made to be set-user-ID or set-group-ID; remove the bit"))
    }
  }

  static func openLog(_ invocation: Invocation, _ ledger: borrowing Ledger) -> AuditLog {
    do throws(AuditError) {
      return try AuditLog(file: invocation.audit)
    } catch {
      ledger.refuse(.setUpFailed(error.description))
    }
  }

  static func name(_ invocation: Invocation, _ ledger: borrowing Ledger) -> OperationName {
    do throws(InvocationError) {
      return try invocation.operation()
    } catch {
      ledger.refuse(.notFound(error.text))
    }
  }

  static func lookUp(_ name: OperationName, _ invocation: Invocation, _ ledger: borrowing Ledger) -> Policy {
    var lookup = PolicyLookup()
    if let profiles = invocation.profiles { lookup.profiles = profiles }
    if let policies = invocation.policies { lookup.policies = policies }
    do throws(LookupError) {
      return try lookup.find(name)
    } catch {
      switch error {
      case .notFound(let text): ledger.refuse(.notFound(text))
      case .failed(let text): ledger.refuse(.setUpFailed(text))
      }
    }
  }

  static func operation(of policy: Policy, _ ledger: borrowing Ledger) -> OperationPolicy {
    guard let operation = policy.operations.first else { ledger.refuse(.notFound("there is no such operation")) }
    return operation
  }

  static func validate(
    _ words: [[UInt8]], _ operation: OperationPolicy, _ ledger: borrowing Ledger
  ) -> ArgumentValues {
    var names = NameTable(users: [:], groups: [:])
    if ArgumentValidator.needsNames(operation.arguments) {
      do throws(Errno) {
        names = NameTable.parse(
          passwd: try Self.read("/etc/passwd"), group: try Self.read("/etc/group"))
      } catch {
        ledger.refuse(.setUpFailed("could not read /etc/passwd and /etc/group: \(error)"))
      }
    }
    // Whoever passes a secret on a command line has shown it already; it need not stay there for the whole call.
    if operation.arguments.contains(where: \.isSecret) {
      Surroundings.hideWords(from: Surroundings.words.count - words.count)
    }
    do throws(ArgumentError) {
      return try ArgumentValidator.validate(words, of: operation.arguments, names: names)
    } catch {
      let isOption: Bool
      if case .unknown(let name?, _) = error {
        isOption = Option.allCases.contains { Array("--".utf8) + name == Array($0.rawValue.utf8) }
      } else {
        isOption = false
      }
      ledger.refuse(.refused(error.description + (isOption ? "; options of sandbox-run stand before PROFILE" : "")))
    }
  }

  private static func read(_ path: String) throws(Errno) -> [UInt8] {
    let file = try Linux.open(path, [.readOnly])
    return try Linux.readAll(file.number, most: 16 << 20)
  }

  static func inspectHost(_ ledger: borrowing Ledger) -> HostFacts {
    do throws(InspectionError) {
      return try HostFacts.inspect()
    } catch {
      ledger.refuse(.setUpFailed(error.description))
    }
  }

  static func plan(
    _ operation: OperationPolicy, _ name: OperationName, _ policy: Policy, _ values: ArgumentValues,
    _ facts: HostFacts, _ ledger: borrowing Ledger
  ) -> Plan {
    do throws(PlanError) {
      return try Planner.plan(operation, named: name, initFilter: policy.initFilter, values: values, on: facts)
    } catch {
      ledger.refuse(error.isRefusal ? .refused(error.description) : .setUpFailed(error.description))
    }
  }

  static func check(_ values: ArgumentValues, _ plan: Plan, _ ledger: borrowing Ledger) -> ArgumentCheck {
    do throws(HostArgumentError) {
      return try ArgumentCheck(values, of: plan)
    } catch {
      ledger.refuse(.refused(error.description))
    }
  }

  static func seal(_ plan: Plan, _ ledger: borrowing Ledger) -> SealedPlan {
    do throws(SealError) {
      return try SealedPlan(plan)
    } catch {
      ledger.refuse(.setUpFailed(error.description))
    }
  }

  static func grant(_ facts: HostFacts, _ ledger: borrowing Ledger) {
    do throws(AuditError) {
      try ledger.grant(landlock: facts.landlock)
    } catch {
      ledger.refuse(.setUpFailed(error.description))
    }
  }
}
