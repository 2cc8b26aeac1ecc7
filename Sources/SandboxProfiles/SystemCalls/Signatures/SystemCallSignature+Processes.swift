extension SystemCallSignature {
  /// The calls on processes, memory, identity, signals and time; the notation is explained at ``SystemCallSignature``.
  static let processText = """
    alarm seconds+
    arch_prctl option/code addr/arg*
    brk addr/brk*
    capget hdrp/header* datap/dataptr*
    capset hdrp/header* datap/data*
    clone flags/clone_flags+ stack/newsp* parent_tid/parent_tidptr* arg3* arg4*
    clone3 cl_args/uargs* size*
    execve pathname/filename* argv* envp*
    execveat dirfd/fd pathname/filename* argv* envp* flags
    exit status/error_code
    exit_group status/error_code
    fork
    futex uaddr* futex_op/op val+ timeout/utime* uaddr2* val3+
    futex_requeue waiters* flags+ nr_wake nr_requeue
    futex_wait uaddr* val* mask* flags+ timeout* clockid
    futex_waitv waiters* nr_futexes+ flags+ timeout* clockid
    futex_wake uaddr* mask* nr flags+
    get_mempolicy mode/policy* nodemask/nmask* maxnode* addr* flags*
    get_robust_list pid head_ptr* len_ptr*
    get_thread_area u_info*
    getcpu cpu* node* tcache*
    getegid
    geteuid
    getgid
    getgroups size/gidsetsize list/grouplist*
    getitimer which curr_value/value*
    getpgid pid
    getpgrp
    getpid
    getppid
    getpriority which who
    getrandom buf* buflen/count* flags+
    getresgid rgid* egid* sgid*
    getresuid ruid* euid* suid*
    getrlimit resource+ rlim*
    getrusage who usage/ru*
    getsid pid
    gettid
    gettimeofday tv* tz*
    getuid
    ioprio_get which who
    ioprio_set which who ioprio
    kcmp pid1 pid2 type idx1* idx2*
    kill pid sig
    madvise addr/start* length/len_in* advice/behavior
    map_shadow_stack addr* size* flags+
    mbind addr/start* len* mode* nodemask/nmask* maxnode* flags+
    membarrier cmd flags+ cpu_id
    migrate_pages pid maxnode* old_nodes* new_nodes*
    mincore addr/start* length/len* vec*
    mlock addr/start* len*
    mlock2 addr/start* len* flags
    mlockall flags
    mmap addr* length/len* prot+ flags+ fd+ offset/off*
    modify_ldt func ptr* bytecount*
    move_pages pid count/nr_pages* pages* nodes* status* flags
    mprotect addr/start* len* prot*
    mremap old_address/addr* old_size/old_len* new_size/new_len* flags* new_address/new_addr*
    msync addr/start* length/len* flags
    munlock addr/start* len*
    munlockall
    munmap addr* length/len*
    nanosleep req/rqtp* rem/rmtp*
    pause
    perf_event_open attr* pid cpu group_fd flags*
    personality persona/personality+
    pidfd_getfd pidfd targetfd/fd flags+
    pidfd_open pid flags+
    pidfd_send_signal pidfd sig info* flags+
    pkey_alloc flags* access_rights/init_val*
    pkey_free pkey
    pkey_mprotect addr/start* len* prot* pkey
    prctl option arg2* arg3* arg4* arg5*
    prlimit64 pid resource+ new_limit/new_rlim* old_limit/old_rlim*
    process_madvise pidfd iovec/vec* vlen* advice/behavior flags+
    process_mrelease pidfd flags+
    process_vm_readv pid local_iov/lvec* liovcnt* remote_iov/rvec* riovcnt* flags*
    process_vm_writev pid local_iov/lvec* liovcnt* remote_iov/rvec* riovcnt* flags*
    ptrace request~ pid~ addr* data*
    remap_file_pages addr/start* size* prot* pgoff* flags*
    restart_syscall
    rseq rseq* rseq_len+ flags sig+
    rt_sigaction signum/sig act* oldact/oact* sigsetsize*
    rt_sigpending set* sigsetsize*
    rt_sigprocmask how set/nset* oldset/oset* sigsetsize*
    rt_sigqueueinfo tgid/pid sig info/uinfo*
    rt_sigreturn
    rt_sigsuspend mask/unewset* sigsetsize*
    rt_sigtimedwait set/uthese* info/uinfo* timeout/uts* sigsetsize*
    rt_tgsigqueueinfo tgid tid/pid sig info/uinfo*
    sched_get_priority_max policy
    sched_get_priority_min policy
    sched_getaffinity pid cpusetsize/len+ mask/user_mask_ptr*
    sched_getattr pid attr/uattr* size/usize+ flags+
    sched_getparam pid param*
    sched_getscheduler pid
    sched_rr_get_interval pid tp/interval*
    sched_setaffinity pid cpusetsize/len+ mask/user_mask_ptr*
    sched_setattr pid attr/uattr* flags+
    sched_setparam pid param*
    sched_setscheduler pid policy param*
    sched_yield
    seccomp operation/op+ flags+ args/uargs*
    set_mempolicy mode nodemask/nmask* maxnode*
    set_mempolicy_home_node start* len* home_node* flags*
    set_robust_list head* len*
    set_thread_area u_info*
    set_tid_address tidptr*
    setfsgid fsgid/gid+
    setfsuid fsuid/uid+
    setgid gid+
    setgroups size/gidsetsize list/grouplist*
    setitimer which new_value/value* old_value/ovalue*
    setpgid pid pgid
    setpriority which who prio/niceval
    setregid rgid+ egid+
    setresgid rgid+ egid+ sgid+
    setresuid ruid+ euid+ suid+
    setreuid ruid+ euid+
    setrlimit resource+ rlim*
    setsid
    settimeofday tv* tz*
    setuid uid+
    sigaltstack ss/uss* old_ss/uoss*
    sysinfo info*
    tgkill tgid tid/pid sig
    time tloc*
    timer_create clockid/which_clock sevp/timer_event_spec* timerid/created_timer_id*
    timer_delete timerid/timer_id
    timer_getoverrun timerid/timer_id
    timer_gettime timerid/timer_id curr_value/setting*
    timer_settime timerid/timer_id flags new_value/new_setting* old_value/old_setting*
    times buf/tbuf*
    tkill tid/pid sig
    uname buf/name*
    userfaultfd flags
    vfork
    wait4 pid/upid wstatus/stat_addr* options rusage/ru*
    waitid idtype/which id/upid infop* options rusage/ru*
    """
}
