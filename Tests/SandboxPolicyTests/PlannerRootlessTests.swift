import SandboxPolicy
import Testing

@Suite("Plans of an ordinary user")
struct PlannerRootlessTests {
  @Test("an ordinary user gets all namespaces in one clone, and no cgroup")
  func rootless() throws {
    let host = PlanSamples.host(root: false, landlock: 3)
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
        note: without root there is no cgroup: memory is bounded for each process, not for all
        note: without root the caller's supplementary groups stay
      steps:
         1  clone a process with own namespaces: user, mount, pid, network, ipc, uts, cgroup, time
         2  tie the process to the launcher's life
         3  map uid 1000 and gid 100 of the user namespace
         4  reset session, signals, priority, umask and personality
         5  make all other mounts private
         6  mount an empty root
         7  mount the device /dev/null
         8  mount /usr/bin/id read-only, nosuid, nodev
         9  enter the new root and let go of the host's
        10  make the root read-only
        11  set the host name to sandbox
        12  limit CPU to 30
        13  limit FSIZE to 1073741824
        14  limit DATA to 268435456
        15  limit STACK to 8388608
        16  limit CORE to 0
        17  limit MEMLOCK to 65536
        18  limit AS to no more than the host allows
        19  limit SIGPENDING to 1024
        20  limit MSGQUEUE to 819200
        21  limit NICE to 0
        22  limit RTPRIO to 0
        23  limit NPROC to 65
        24  start init as process 1
        25  lock securebits, so that uid 0 and set-uid files give nothing
        26  drop the bounding set but for none
        27  join a new session keyring
        28  set all capability sets to none
        29  change to the directory /
        30  wait until init has dropped its rights
        31  set no_new_privs
        32  restrict files to 2 paths by Landlock (version 3)
        33  limit NOFILE to 256
        34  close all descriptors above 2
        35  load the system-call filter of 3 instructions
        36  run "/usr/bin/id"

      """
    GoldenPlan.check(try PlanSamples.plan(try PlanSamples.plain(), on: host), is: expected)
  }

  @Test("an ordinary user's loopback is brought up inside")
  func loopback() throws {
    var policy = try PlanSamples.plain()
    policy.network = .loopback
    policy.hasInit = false
    policy.shared = [.cgroup, .uts]
    let host = PlanSamples.host(root: false, landlock: 0)
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
        note: this kernel has no Landlock: the file view is the mounts alone
        note: without root there is no cgroup: memory is bounded for each process, not for all
        note: without root the caller's supplementary groups stay
      steps:
         1  clone a process with own namespaces: user, mount, pid, network, ipc, time
         2  tie the process to the launcher's life
         3  map uid 1000 and gid 100 of the user namespace
         4  reset session, signals, priority, umask and personality
         5  make all other mounts private
         6  mount an empty root
         7  mount the device /dev/null
         8  mount /usr/bin/id read-only, nosuid, nodev
         9  bring loopback up
        10  enter the new root and let go of the host's
        11  make the root read-only
        12  limit CPU to 30
        13  limit FSIZE to 1073741824
        14  limit DATA to 268435456
        15  limit STACK to 8388608
        16  limit CORE to 0
        17  limit MEMLOCK to 65536
        18  limit AS to no more than the host allows
        19  limit SIGPENDING to 1024
        20  limit MSGQUEUE to 819200
        21  limit NICE to 0
        22  limit RTPRIO to 0
        23  limit NPROC to 64
        24  lock securebits, so that uid 0 and set-uid files give nothing
        25  drop the bounding set but for none
        26  join a new session keyring
        27  set all capability sets to none
        28  change to the directory /
        29  tie the process to the launcher's life
        30  set no_new_privs
        31  limit NOFILE to 256
        32  close all descriptors above 2
        33  load the system-call filter of 3 instructions
        34  run "/usr/bin/id"

      """
    GoldenPlan.check(try PlanSamples.plan(policy, on: host), is: expected)
  }

  @Test("an ordinary user's operation may have the host's network")
  func hostNetwork() throws {
    var policy = try PlanSamples.plain()
    policy.network = .host
    let host = PlanSamples.host(root: false)
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
        note: without root there is no cgroup: memory is bounded for each process, not for all
        note: without root the caller's supplementary groups stay
      steps:
         1  clone a process with own namespaces: user, mount, pid, ipc, uts, cgroup, time
         2  tie the process to the launcher's life
         3  map uid 1000 and gid 100 of the user namespace
         4  reset session, signals, priority, umask and personality
         5  make all other mounts private
         6  mount an empty root
         7  mount the device /dev/null
         8  mount /usr/bin/id read-only, nosuid, nodev
         9  enter the new root and let go of the host's
        10  make the root read-only
        11  set the host name to sandbox
        12  limit CPU to 30
        13  limit FSIZE to 1073741824
        14  limit DATA to 268435456
        15  limit STACK to 8388608
        16  limit CORE to 0
        17  limit MEMLOCK to 65536
        18  limit AS to no more than the host allows
        19  limit SIGPENDING to 1024
        20  limit MSGQUEUE to 819200
        21  limit NICE to 0
        22  limit RTPRIO to 0
        23  limit NPROC to 65
        24  start init as process 1
        25  lock securebits, so that uid 0 and set-uid files give nothing
        26  drop the bounding set but for none
        27  join a new session keyring
        28  set all capability sets to none
        29  change to the directory /
        30  wait until init has dropped its rights
        31  set no_new_privs
        32  restrict files to 2 paths by Landlock (version 7), keep signals inside
        33  limit NOFILE to 256
        34  close all descriptors above 2
        35  load the system-call filter of 3 instructions
        36  run "/usr/bin/id"

      """
    GoldenPlan.check(try PlanSamples.plan(policy, on: host), is: expected)
  }

  @Test("an ordinary user is told everything that only root can give, at once")
  func needs() throws {
    var policy = try PlanSamples.mount()
    policy.capabilities = [.sysAdmin, .netAdmin]
    policy.identity = Identity(user: 0, group: 6, groups: [7])
    policy.network = .named(Template(literal: "/run/netns/a"))
    let error = try PlanSamples.refusal(policy, ["data"], on: PlanSamples.host(root: false))
    #expect(
      error?.description == "needs the capabilities net_admin, sys_admin, uid 0, gid 6, supplementary groups, "
        + "to enter a network namespace of the host, mounts that the host sees, which only root can give; "
        + "run it as root")
    #expect(error?.isRefusal == true)
  }

  @Test("an ordinary user may name himself")
  func himself() throws {
    var policy = try PlanSamples.plain()
    policy.identity = Identity(user: 1000, group: 100)
    #expect(try PlanSamples.refusal(policy, on: PlanSamples.host(root: false)) == nil)
    policy.identity = Identity(user: 1000, group: 0)
    #expect(try PlanSamples.refusal(policy, on: PlanSamples.host(root: false)) == .needsRoot(["gid 0"]))
    policy.identity = Identity(user: 1001, group: 100)
    #expect(try PlanSamples.refusal(policy, on: PlanSamples.host(root: false)) == .needsRoot(["uid 1001"]))
  }
}
