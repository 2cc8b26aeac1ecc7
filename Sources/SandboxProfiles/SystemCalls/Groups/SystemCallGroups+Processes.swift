extension SystemCallGroups {
  /// The groups for processes, memory and time.
  static let processText = """
    @process: Making processes in the same namespaces, running programs, waiting for them
    clone(flags & CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID \
    | CLONE_NEWNET == 0)  makes a process; with a new namespace only by @namespace
    fork  makes a process
    vfork  makes a process that runs a program at once
    execve  runs a program of the file view
    wait4  waits for it
    waitid  waits for it
    pipe  connects two processes
    pipe2  connects two processes
    dup  connects two processes
    dup2  connects two processes
    dup3  connects two processes
    close_range  closes what the program shall not have
    getppid  asks who made it
    setpgid  makes a group of processes
    getpgid  asks for its group
    getpgrp  asks for its group
    setsid  begins a session
    getsid  asks for its session
    tgkill  raise and abort end the process by a signal
    prctl(option in {PR_SET_PDEATHSIG, PR_GET_PDEATHSIG})  dies with its parent

    @threads: Making threads
    clone(flags & CLONE_THREAD && flags & CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC \
    | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET == 0)  makes a thread
    set_robust_list  prepares it
    set_tid_address  prepares it
    rseq  prepares it
    gettid  asks which it is
    mmap  its stack
    munmap  its stack
    mprotect  the guard beneath its stack
    madvise  gives its stack back
    rt_sigprocmask  blocks signals while it begins
    sigaltstack  its stack for handlers
    futex  waits for others
    futex_wait  waits for others
    futex_wake  wakes others
    futex_waitv  waits for several
    futex_requeue  makes others wait elsewhere
    membarrier  orders memory between threads
    sched_yield  lets others go first
    sched_getaffinity  counts processors
    sched_setaffinity(pid == 0)  chooses its own processors
    tgkill  signals a thread
    prctl(option in {PR_SET_NAME, PR_GET_NAME})  names it
    exit  ends it

    @signal: Sending signals, and waiting for them
    kill  signals a process or a group
    tkill  signals a thread
    tgkill  signals a thread
    rt_sigqueueinfo  signals with a value
    rt_tgsigqueueinfo  signals with a value
    pidfd_open  holds a process by a descriptor
    pidfd_send_signal  signals a process that is held
    rt_sigtimedwait  waits for a signal
    rt_sigsuspend  waits for a signal
    rt_sigpending  asks what is blocked
    rt_sigaction  sets handlers
    rt_sigprocmask  blocks signals
    pause  waits for a signal

    @identity: Asking who the process is
    getuid  the real user
    geteuid  the effective user
    getgid  the real group
    getegid  the effective group
    getresuid  all three users
    getresgid  all three groups
    getgroups  the supplementary groups
    getpid  the process
    gettid  the thread
    getppid  the parent
    getpgid  the group of processes
    getpgrp  the group of processes
    getsid  the session

    @identity-change: Becoming another user or group, dropping capabilities
    setuid  all users
    setgid  all groups
    setreuid  real and effective user
    setregid  real and effective group
    setresuid  all three users
    setresgid  all three groups
    setfsuid  the user for files
    setfsgid  the group for files
    setgroups  the supplementary groups
    capget  asks for capabilities
    capset  drops capabilities
    prctl(option in {PR_CAPBSET_READ, PR_CAPBSET_DROP, PR_CAP_AMBIENT})  drops capabilities
    prctl(option in {PR_GET_SECUREBITS, PR_SET_SECUREBITS, PR_GET_KEEPCAPS, PR_SET_KEEPCAPS})  keeps them across setuid
    prctl(option in {PR_GET_NO_NEW_PRIVS, PR_SET_NO_NEW_PRIVS})  gives up set-user-ID

    @memory: Taking, protecting and giving back memory
    brk  the heap
    mmap  takes memory
    munmap  gives it back
    mremap  moves it
    mprotect  protects it
    madvise  says how it is used
    mincore  asks what is resident
    msync  writes a mapped file

    @memory-lock: Keeping memory from being swapped out
    mlock  locks a part
    mlock2  locks a part
    munlock  unlocks it
    mlockall  locks all
    munlockall  unlocks all

    @memory-node: Placing memory on nodes of a large machine
    mbind  places a part
    get_mempolicy  asks where it is
    set_mempolicy  says where new memory is
    set_mempolicy_home_node  says where new memory is
    migrate_pages(pid == 0)  moves its own pages
    move_pages(pid == 0)  moves its own pages

    @time: Asking for the time, sleeping, timers
    clock_gettime  asks
    clock_getres  asks how exact it is
    gettimeofday  asks
    time  asks
    times  asks what has been used
    nanosleep  sleeps
    clock_nanosleep  sleeps
    alarm  a signal later
    getitimer  asks for a timer
    setitimer  signals later
    timer_create  makes a timer
    timer_settime  sets it
    timer_gettime  asks for it
    timer_getoverrun  asks what was missed
    timer_delete  removes it
    timerfd_create  a timer as a descriptor
    timerfd_settime  sets it
    timerfd_gettime  asks for it

    @scheduling: Asking for and changing priorities
    sched_getparam  asks
    sched_getscheduler  asks
    sched_getattr  asks
    sched_get_priority_max  asks
    sched_get_priority_min  asks
    sched_rr_get_interval  asks
    sched_getaffinity  asks
    getpriority  asks
    ioprio_get  asks
    sched_setparam  changes
    sched_setscheduler  changes
    sched_setattr  changes
    sched_setaffinity  chooses processors
    setpriority  changes
    ioprio_set  changes the priority of disk accesses

    @limits: Asking for and lowering the process's own limits
    getrlimit  asks
    setrlimit  lowers
    prlimit64(pid == 0)  both; never another process's

    @ipc: Shared memory, semaphores and message queues
    shmget  makes shared memory
    shmat  maps it
    shmdt  unmaps it
    shmctl  removes it
    memfd_create  shared memory without a name
    semget  makes semaphores
    semop  takes and gives them
    semtimedop  takes and gives them
    semctl  removes them
    msgget  makes a queue
    msgsnd  sends
    msgrcv  receives
    msgctl  removes it
    mq_open  makes a POSIX queue
    mq_timedsend  sends
    mq_timedreceive  receives
    mq_notify  is told
    mq_getsetattr  asks for its size
    mq_unlink  removes it
    """
}
