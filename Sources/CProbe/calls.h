// Every system call that either machine has, by name. Made from <asm/unistd.h>; those newer than Debian's headers
// have one number on both machines.

#ifdef __NR__sysctl
CALL(_sysctl, __NR__sysctl)
#endif
#ifdef __NR_accept
CALL(accept, __NR_accept)
#endif
#ifdef __NR_accept4
CALL(accept4, __NR_accept4)
#endif
#ifdef __NR_access
CALL(access, __NR_access)
#endif
#ifdef __NR_acct
CALL(acct, __NR_acct)
#endif
#ifdef __NR_add_key
CALL(add_key, __NR_add_key)
#endif
#ifdef __NR_adjtimex
CALL(adjtimex, __NR_adjtimex)
#endif
#ifdef __NR_afs_syscall
CALL(afs_syscall, __NR_afs_syscall)
#endif
#ifdef __NR_alarm
CALL(alarm, __NR_alarm)
#endif
#ifdef __NR_arch_prctl
CALL(arch_prctl, __NR_arch_prctl)
#endif
#ifdef __NR_bind
CALL(bind, __NR_bind)
#endif
#ifdef __NR_bpf
CALL(bpf, __NR_bpf)
#endif
#ifdef __NR_brk
CALL(brk, __NR_brk)
#endif
#ifdef __NR_capget
CALL(capget, __NR_capget)
#endif
#ifdef __NR_capset
CALL(capset, __NR_capset)
#endif
#ifdef __NR_chdir
CALL(chdir, __NR_chdir)
#endif
#ifdef __NR_chmod
CALL(chmod, __NR_chmod)
#endif
#ifdef __NR_chown
CALL(chown, __NR_chown)
#endif
#ifdef __NR_chroot
CALL(chroot, __NR_chroot)
#endif
#ifdef __NR_clock_adjtime
CALL(clock_adjtime, __NR_clock_adjtime)
#endif
#ifdef __NR_clock_adjtime64
CALL(clock_adjtime64, __NR_clock_adjtime64)
#endif
#ifdef __NR_clock_getres
CALL(clock_getres, __NR_clock_getres)
#endif
#ifdef __NR_clock_getres_time64
CALL(clock_getres_time64, __NR_clock_getres_time64)
#endif
#ifdef __NR_clock_gettime
CALL(clock_gettime, __NR_clock_gettime)
#endif
#ifdef __NR_clock_gettime64
CALL(clock_gettime64, __NR_clock_gettime64)
#endif
#ifdef __NR_clock_nanosleep
CALL(clock_nanosleep, __NR_clock_nanosleep)
#endif
#ifdef __NR_clock_nanosleep_time64
CALL(clock_nanosleep_time64, __NR_clock_nanosleep_time64)
#endif
#ifdef __NR_clock_settime
CALL(clock_settime, __NR_clock_settime)
#endif
#ifdef __NR_clock_settime64
CALL(clock_settime64, __NR_clock_settime64)
#endif
#ifdef __NR_clone
CALL(clone, __NR_clone)
#endif
#ifdef __NR_clone3
CALL(clone3, __NR_clone3)
#endif
#ifdef __NR_close
CALL(close, __NR_close)
#endif
#ifdef __NR_close_range
CALL(close_range, __NR_close_range)
#endif
#ifdef __NR_connect
CALL(connect, __NR_connect)
#endif
#ifdef __NR_copy_file_range
CALL(copy_file_range, __NR_copy_file_range)
#endif
#ifdef __NR_creat
CALL(creat, __NR_creat)
#endif
#ifdef __NR_create_module
CALL(create_module, __NR_create_module)
#endif
#ifdef __NR_delete_module
CALL(delete_module, __NR_delete_module)
#endif
#ifdef __NR_dup
CALL(dup, __NR_dup)
#endif
#ifdef __NR_dup2
CALL(dup2, __NR_dup2)
#endif
#ifdef __NR_dup3
CALL(dup3, __NR_dup3)
#endif
#ifdef __NR_epoll_create
CALL(epoll_create, __NR_epoll_create)
#endif
#ifdef __NR_epoll_create1
CALL(epoll_create1, __NR_epoll_create1)
#endif
#ifdef __NR_epoll_ctl
CALL(epoll_ctl, __NR_epoll_ctl)
#endif
#ifdef __NR_epoll_ctl_old
CALL(epoll_ctl_old, __NR_epoll_ctl_old)
#endif
#ifdef __NR_epoll_pwait
CALL(epoll_pwait, __NR_epoll_pwait)
#endif
#ifdef __NR_epoll_pwait2
CALL(epoll_pwait2, __NR_epoll_pwait2)
#endif
#ifdef __NR_epoll_wait
CALL(epoll_wait, __NR_epoll_wait)
#endif
#ifdef __NR_epoll_wait_old
CALL(epoll_wait_old, __NR_epoll_wait_old)
#endif
#ifdef __NR_eventfd
CALL(eventfd, __NR_eventfd)
#endif
#ifdef __NR_eventfd2
CALL(eventfd2, __NR_eventfd2)
#endif
#ifdef __NR_execve
CALL(execve, __NR_execve)
#endif
#ifdef __NR_execveat
CALL(execveat, __NR_execveat)
#endif
#ifdef __NR_exit
CALL(exit, __NR_exit)
#endif
#ifdef __NR_exit_group
CALL(exit_group, __NR_exit_group)
#endif
#ifdef __NR_faccessat
CALL(faccessat, __NR_faccessat)
#endif
#ifdef __NR_faccessat2
CALL(faccessat2, __NR_faccessat2)
#endif
#ifdef __NR_fadvise64
CALL(fadvise64, __NR_fadvise64)
#endif
#ifdef __NR_fadvise64_64
CALL(fadvise64_64, __NR_fadvise64_64)
#endif
#ifdef __NR_fallocate
CALL(fallocate, __NR_fallocate)
#endif
#ifdef __NR_fanotify_init
CALL(fanotify_init, __NR_fanotify_init)
#endif
#ifdef __NR_fanotify_mark
CALL(fanotify_mark, __NR_fanotify_mark)
#endif
#ifdef __NR_fchdir
CALL(fchdir, __NR_fchdir)
#endif
#ifdef __NR_fchmod
CALL(fchmod, __NR_fchmod)
#endif
#ifdef __NR_fchmodat
CALL(fchmodat, __NR_fchmodat)
#endif
#ifdef __NR_fchown
CALL(fchown, __NR_fchown)
#endif
#ifdef __NR_fchownat
CALL(fchownat, __NR_fchownat)
#endif
#ifdef __NR_fcntl
CALL(fcntl, __NR_fcntl)
#endif
#ifdef __NR_fcntl64
CALL(fcntl64, __NR_fcntl64)
#endif
#ifdef __NR_fdatasync
CALL(fdatasync, __NR_fdatasync)
#endif
#ifdef __NR_fgetxattr
CALL(fgetxattr, __NR_fgetxattr)
#endif
#ifdef __NR_finit_module
CALL(finit_module, __NR_finit_module)
#endif
#ifdef __NR_flistxattr
CALL(flistxattr, __NR_flistxattr)
#endif
#ifdef __NR_flock
CALL(flock, __NR_flock)
#endif
#ifdef __NR_fork
CALL(fork, __NR_fork)
#endif
#ifdef __NR_fremovexattr
CALL(fremovexattr, __NR_fremovexattr)
#endif
#ifdef __NR_fsconfig
CALL(fsconfig, __NR_fsconfig)
#endif
#ifdef __NR_fsetxattr
CALL(fsetxattr, __NR_fsetxattr)
#endif
#ifdef __NR_fsmount
CALL(fsmount, __NR_fsmount)
#endif
#ifdef __NR_fsopen
CALL(fsopen, __NR_fsopen)
#endif
#ifdef __NR_fspick
CALL(fspick, __NR_fspick)
#endif
#ifdef __NR_fstat
CALL(fstat, __NR_fstat)
#endif
#ifdef __NR_fstat64
CALL(fstat64, __NR_fstat64)
#endif
#ifdef __NR_fstatat
CALL(fstatat, __NR_fstatat)
#endif
#ifdef __NR_fstatat64
CALL(fstatat64, __NR_fstatat64)
#endif
#ifdef __NR_fstatfs
CALL(fstatfs, __NR_fstatfs)
#endif
#ifdef __NR_fstatfs64
CALL(fstatfs64, __NR_fstatfs64)
#endif
#ifdef __NR_fsync
CALL(fsync, __NR_fsync)
#endif
#ifdef __NR_ftruncate
CALL(ftruncate, __NR_ftruncate)
#endif
#ifdef __NR_ftruncate64
CALL(ftruncate64, __NR_ftruncate64)
#endif
#ifdef __NR_futex
CALL(futex, __NR_futex)
#endif
#ifdef __NR_futex_time64
CALL(futex_time64, __NR_futex_time64)
#endif
#ifdef __NR_futex_waitv
CALL(futex_waitv, __NR_futex_waitv)
#endif
#ifdef __NR_futimesat
CALL(futimesat, __NR_futimesat)
#endif
#ifdef __NR_get_kernel_syms
CALL(get_kernel_syms, __NR_get_kernel_syms)
#endif
#ifdef __NR_get_mempolicy
CALL(get_mempolicy, __NR_get_mempolicy)
#endif
#ifdef __NR_get_robust_list
CALL(get_robust_list, __NR_get_robust_list)
#endif
#ifdef __NR_get_thread_area
CALL(get_thread_area, __NR_get_thread_area)
#endif
#ifdef __NR_getcpu
CALL(getcpu, __NR_getcpu)
#endif
#ifdef __NR_getcwd
CALL(getcwd, __NR_getcwd)
#endif
#ifdef __NR_getdents
CALL(getdents, __NR_getdents)
#endif
#ifdef __NR_getdents64
CALL(getdents64, __NR_getdents64)
#endif
#ifdef __NR_getegid
CALL(getegid, __NR_getegid)
#endif
#ifdef __NR_geteuid
CALL(geteuid, __NR_geteuid)
#endif
#ifdef __NR_getgid
CALL(getgid, __NR_getgid)
#endif
#ifdef __NR_getgroups
CALL(getgroups, __NR_getgroups)
#endif
#ifdef __NR_getitimer
CALL(getitimer, __NR_getitimer)
#endif
#ifdef __NR_getpeername
CALL(getpeername, __NR_getpeername)
#endif
#ifdef __NR_getpgid
CALL(getpgid, __NR_getpgid)
#endif
#ifdef __NR_getpgrp
CALL(getpgrp, __NR_getpgrp)
#endif
#ifdef __NR_getpid
CALL(getpid, __NR_getpid)
#endif
#ifdef __NR_getpmsg
CALL(getpmsg, __NR_getpmsg)
#endif
#ifdef __NR_getppid
CALL(getppid, __NR_getppid)
#endif
#ifdef __NR_getpriority
CALL(getpriority, __NR_getpriority)
#endif
#ifdef __NR_getrandom
CALL(getrandom, __NR_getrandom)
#endif
#ifdef __NR_getresgid
CALL(getresgid, __NR_getresgid)
#endif
#ifdef __NR_getresuid
CALL(getresuid, __NR_getresuid)
#endif
#ifdef __NR_getrlimit
CALL(getrlimit, __NR_getrlimit)
#endif
#ifdef __NR_getrusage
CALL(getrusage, __NR_getrusage)
#endif
#ifdef __NR_getsid
CALL(getsid, __NR_getsid)
#endif
#ifdef __NR_getsockname
CALL(getsockname, __NR_getsockname)
#endif
#ifdef __NR_getsockopt
CALL(getsockopt, __NR_getsockopt)
#endif
#ifdef __NR_gettid
CALL(gettid, __NR_gettid)
#endif
#ifdef __NR_gettimeofday
CALL(gettimeofday, __NR_gettimeofday)
#endif
#ifdef __NR_getuid
CALL(getuid, __NR_getuid)
#endif
#ifdef __NR_getxattr
CALL(getxattr, __NR_getxattr)
#endif
#ifdef __NR_init_module
CALL(init_module, __NR_init_module)
#endif
#ifdef __NR_inotify_add_watch
CALL(inotify_add_watch, __NR_inotify_add_watch)
#endif
#ifdef __NR_inotify_init
CALL(inotify_init, __NR_inotify_init)
#endif
#ifdef __NR_inotify_init1
CALL(inotify_init1, __NR_inotify_init1)
#endif
#ifdef __NR_inotify_rm_watch
CALL(inotify_rm_watch, __NR_inotify_rm_watch)
#endif
#ifdef __NR_io_cancel
CALL(io_cancel, __NR_io_cancel)
#endif
#ifdef __NR_io_destroy
CALL(io_destroy, __NR_io_destroy)
#endif
#ifdef __NR_io_getevents
CALL(io_getevents, __NR_io_getevents)
#endif
#ifdef __NR_io_pgetevents
CALL(io_pgetevents, __NR_io_pgetevents)
#endif
#ifdef __NR_io_pgetevents_time64
CALL(io_pgetevents_time64, __NR_io_pgetevents_time64)
#endif
#ifdef __NR_io_setup
CALL(io_setup, __NR_io_setup)
#endif
#ifdef __NR_io_submit
CALL(io_submit, __NR_io_submit)
#endif
#ifdef __NR_io_uring_enter
CALL(io_uring_enter, __NR_io_uring_enter)
#endif
#ifdef __NR_io_uring_register
CALL(io_uring_register, __NR_io_uring_register)
#endif
#ifdef __NR_io_uring_setup
CALL(io_uring_setup, __NR_io_uring_setup)
#endif
#ifdef __NR_ioctl
CALL(ioctl, __NR_ioctl)
#endif
#ifdef __NR_ioperm
CALL(ioperm, __NR_ioperm)
#endif
#ifdef __NR_iopl
CALL(iopl, __NR_iopl)
#endif
#ifdef __NR_ioprio_get
CALL(ioprio_get, __NR_ioprio_get)
#endif
#ifdef __NR_ioprio_set
CALL(ioprio_set, __NR_ioprio_set)
#endif
#ifdef __NR_kcmp
CALL(kcmp, __NR_kcmp)
#endif
#ifdef __NR_kexec_file_load
CALL(kexec_file_load, __NR_kexec_file_load)
#endif
#ifdef __NR_kexec_load
CALL(kexec_load, __NR_kexec_load)
#endif
#ifdef __NR_keyctl
CALL(keyctl, __NR_keyctl)
#endif
#ifdef __NR_kill
CALL(kill, __NR_kill)
#endif
#ifdef __NR_landlock_add_rule
CALL(landlock_add_rule, __NR_landlock_add_rule)
#endif
#ifdef __NR_landlock_create_ruleset
CALL(landlock_create_ruleset, __NR_landlock_create_ruleset)
#endif
#ifdef __NR_landlock_restrict_self
CALL(landlock_restrict_self, __NR_landlock_restrict_self)
#endif
#ifdef __NR_lchown
CALL(lchown, __NR_lchown)
#endif
#ifdef __NR_lgetxattr
CALL(lgetxattr, __NR_lgetxattr)
#endif
#ifdef __NR_link
CALL(link, __NR_link)
#endif
#ifdef __NR_linkat
CALL(linkat, __NR_linkat)
#endif
#ifdef __NR_listen
CALL(listen, __NR_listen)
#endif
#ifdef __NR_listxattr
CALL(listxattr, __NR_listxattr)
#endif
#ifdef __NR_llistxattr
CALL(llistxattr, __NR_llistxattr)
#endif
#ifdef __NR_llseek
CALL(llseek, __NR_llseek)
#endif
#ifdef __NR_lookup_dcookie
CALL(lookup_dcookie, __NR_lookup_dcookie)
#endif
#ifdef __NR_lremovexattr
CALL(lremovexattr, __NR_lremovexattr)
#endif
#ifdef __NR_lseek
CALL(lseek, __NR_lseek)
#endif
#ifdef __NR_lsetxattr
CALL(lsetxattr, __NR_lsetxattr)
#endif
#ifdef __NR_lstat
CALL(lstat, __NR_lstat)
#endif
#ifdef __NR_lstat64
CALL(lstat64, __NR_lstat64)
#endif
#ifdef __NR_madvise
CALL(madvise, __NR_madvise)
#endif
#ifdef __NR_mbind
CALL(mbind, __NR_mbind)
#endif
#ifdef __NR_membarrier
CALL(membarrier, __NR_membarrier)
#endif
#ifdef __NR_memfd_create
CALL(memfd_create, __NR_memfd_create)
#endif
#ifdef __NR_memfd_secret
CALL(memfd_secret, __NR_memfd_secret)
#endif
#ifdef __NR_migrate_pages
CALL(migrate_pages, __NR_migrate_pages)
#endif
#ifdef __NR_mincore
CALL(mincore, __NR_mincore)
#endif
#ifdef __NR_mkdir
CALL(mkdir, __NR_mkdir)
#endif
#ifdef __NR_mkdirat
CALL(mkdirat, __NR_mkdirat)
#endif
#ifdef __NR_mknod
CALL(mknod, __NR_mknod)
#endif
#ifdef __NR_mknodat
CALL(mknodat, __NR_mknodat)
#endif
#ifdef __NR_mlock
CALL(mlock, __NR_mlock)
#endif
#ifdef __NR_mlock2
CALL(mlock2, __NR_mlock2)
#endif
#ifdef __NR_mlockall
CALL(mlockall, __NR_mlockall)
#endif
#ifdef __NR_mmap
CALL(mmap, __NR_mmap)
#endif
#ifdef __NR_mmap2
CALL(mmap2, __NR_mmap2)
#endif
#ifdef __NR_modify_ldt
CALL(modify_ldt, __NR_modify_ldt)
#endif
#ifdef __NR_mount
CALL(mount, __NR_mount)
#endif
#ifdef __NR_mount_setattr
CALL(mount_setattr, __NR_mount_setattr)
#endif
#ifdef __NR_move_mount
CALL(move_mount, __NR_move_mount)
#endif
#ifdef __NR_move_pages
CALL(move_pages, __NR_move_pages)
#endif
#ifdef __NR_mprotect
CALL(mprotect, __NR_mprotect)
#endif
#ifdef __NR_mq_getsetattr
CALL(mq_getsetattr, __NR_mq_getsetattr)
#endif
#ifdef __NR_mq_notify
CALL(mq_notify, __NR_mq_notify)
#endif
#ifdef __NR_mq_open
CALL(mq_open, __NR_mq_open)
#endif
#ifdef __NR_mq_timedreceive
CALL(mq_timedreceive, __NR_mq_timedreceive)
#endif
#ifdef __NR_mq_timedreceive_time64
CALL(mq_timedreceive_time64, __NR_mq_timedreceive_time64)
#endif
#ifdef __NR_mq_timedsend
CALL(mq_timedsend, __NR_mq_timedsend)
#endif
#ifdef __NR_mq_timedsend_time64
CALL(mq_timedsend_time64, __NR_mq_timedsend_time64)
#endif
#ifdef __NR_mq_unlink
CALL(mq_unlink, __NR_mq_unlink)
#endif
#ifdef __NR_mremap
CALL(mremap, __NR_mremap)
#endif
#ifdef __NR_msgctl
CALL(msgctl, __NR_msgctl)
#endif
#ifdef __NR_msgget
CALL(msgget, __NR_msgget)
#endif
#ifdef __NR_msgrcv
CALL(msgrcv, __NR_msgrcv)
#endif
#ifdef __NR_msgsnd
CALL(msgsnd, __NR_msgsnd)
#endif
#ifdef __NR_msync
CALL(msync, __NR_msync)
#endif
#ifdef __NR_munlock
CALL(munlock, __NR_munlock)
#endif
#ifdef __NR_munlockall
CALL(munlockall, __NR_munlockall)
#endif
#ifdef __NR_munmap
CALL(munmap, __NR_munmap)
#endif
#ifdef __NR_name_to_handle_at
CALL(name_to_handle_at, __NR_name_to_handle_at)
#endif
#ifdef __NR_nanosleep
CALL(nanosleep, __NR_nanosleep)
#endif
#ifdef __NR_newfstatat
CALL(newfstatat, __NR_newfstatat)
#endif
#ifdef __NR_nfsservctl
CALL(nfsservctl, __NR_nfsservctl)
#endif
#ifdef __NR_open
CALL(open, __NR_open)
#endif
#ifdef __NR_open_by_handle_at
CALL(open_by_handle_at, __NR_open_by_handle_at)
#endif
#ifdef __NR_open_tree
CALL(open_tree, __NR_open_tree)
#endif
#ifdef __NR_openat
CALL(openat, __NR_openat)
#endif
#ifdef __NR_openat2
CALL(openat2, __NR_openat2)
#endif
#ifdef __NR_pause
CALL(pause, __NR_pause)
#endif
#ifdef __NR_perf_event_open
CALL(perf_event_open, __NR_perf_event_open)
#endif
#ifdef __NR_personality
CALL(personality, __NR_personality)
#endif
#ifdef __NR_pidfd_getfd
CALL(pidfd_getfd, __NR_pidfd_getfd)
#endif
#ifdef __NR_pidfd_open
CALL(pidfd_open, __NR_pidfd_open)
#endif
#ifdef __NR_pidfd_send_signal
CALL(pidfd_send_signal, __NR_pidfd_send_signal)
#endif
#ifdef __NR_pipe
CALL(pipe, __NR_pipe)
#endif
#ifdef __NR_pipe2
CALL(pipe2, __NR_pipe2)
#endif
#ifdef __NR_pivot_root
CALL(pivot_root, __NR_pivot_root)
#endif
#ifdef __NR_pkey_alloc
CALL(pkey_alloc, __NR_pkey_alloc)
#endif
#ifdef __NR_pkey_free
CALL(pkey_free, __NR_pkey_free)
#endif
#ifdef __NR_pkey_mprotect
CALL(pkey_mprotect, __NR_pkey_mprotect)
#endif
#ifdef __NR_poll
CALL(poll, __NR_poll)
#endif
#ifdef __NR_ppoll
CALL(ppoll, __NR_ppoll)
#endif
#ifdef __NR_ppoll_time64
CALL(ppoll_time64, __NR_ppoll_time64)
#endif
#ifdef __NR_prctl
CALL(prctl, __NR_prctl)
#endif
#ifdef __NR_pread64
CALL(pread64, __NR_pread64)
#endif
#ifdef __NR_preadv
CALL(preadv, __NR_preadv)
#endif
#ifdef __NR_preadv2
CALL(preadv2, __NR_preadv2)
#endif
#ifdef __NR_prlimit64
CALL(prlimit64, __NR_prlimit64)
#endif
#ifdef __NR_process_madvise
CALL(process_madvise, __NR_process_madvise)
#endif
#ifdef __NR_process_mrelease
CALL(process_mrelease, __NR_process_mrelease)
#endif
#ifdef __NR_process_vm_readv
CALL(process_vm_readv, __NR_process_vm_readv)
#endif
#ifdef __NR_process_vm_writev
CALL(process_vm_writev, __NR_process_vm_writev)
#endif
#ifdef __NR_pselect6
CALL(pselect6, __NR_pselect6)
#endif
#ifdef __NR_pselect6_time64
CALL(pselect6_time64, __NR_pselect6_time64)
#endif
#ifdef __NR_ptrace
CALL(ptrace, __NR_ptrace)
#endif
#ifdef __NR_putpmsg
CALL(putpmsg, __NR_putpmsg)
#endif
#ifdef __NR_pwrite64
CALL(pwrite64, __NR_pwrite64)
#endif
#ifdef __NR_pwritev
CALL(pwritev, __NR_pwritev)
#endif
#ifdef __NR_pwritev2
CALL(pwritev2, __NR_pwritev2)
#endif
#ifdef __NR_query_module
CALL(query_module, __NR_query_module)
#endif
#ifdef __NR_quotactl
CALL(quotactl, __NR_quotactl)
#endif
#ifdef __NR_quotactl_fd
CALL(quotactl_fd, __NR_quotactl_fd)
#endif
#ifdef __NR_read
CALL(read, __NR_read)
#endif
#ifdef __NR_readahead
CALL(readahead, __NR_readahead)
#endif
#ifdef __NR_readlink
CALL(readlink, __NR_readlink)
#endif
#ifdef __NR_readlinkat
CALL(readlinkat, __NR_readlinkat)
#endif
#ifdef __NR_readv
CALL(readv, __NR_readv)
#endif
#ifdef __NR_reboot
CALL(reboot, __NR_reboot)
#endif
#ifdef __NR_recvfrom
CALL(recvfrom, __NR_recvfrom)
#endif
#ifdef __NR_recvmmsg
CALL(recvmmsg, __NR_recvmmsg)
#endif
#ifdef __NR_recvmmsg_time64
CALL(recvmmsg_time64, __NR_recvmmsg_time64)
#endif
#ifdef __NR_recvmsg
CALL(recvmsg, __NR_recvmsg)
#endif
#ifdef __NR_remap_file_pages
CALL(remap_file_pages, __NR_remap_file_pages)
#endif
#ifdef __NR_removexattr
CALL(removexattr, __NR_removexattr)
#endif
#ifdef __NR_rename
CALL(rename, __NR_rename)
#endif
#ifdef __NR_renameat
CALL(renameat, __NR_renameat)
#endif
#ifdef __NR_renameat2
CALL(renameat2, __NR_renameat2)
#endif
#ifdef __NR_request_key
CALL(request_key, __NR_request_key)
#endif
#ifdef __NR_restart_syscall
CALL(restart_syscall, __NR_restart_syscall)
#endif
#ifdef __NR_rmdir
CALL(rmdir, __NR_rmdir)
#endif
#ifdef __NR_rseq
CALL(rseq, __NR_rseq)
#endif
#ifdef __NR_rt_sigaction
CALL(rt_sigaction, __NR_rt_sigaction)
#endif
#ifdef __NR_rt_sigpending
CALL(rt_sigpending, __NR_rt_sigpending)
#endif
#ifdef __NR_rt_sigprocmask
CALL(rt_sigprocmask, __NR_rt_sigprocmask)
#endif
#ifdef __NR_rt_sigqueueinfo
CALL(rt_sigqueueinfo, __NR_rt_sigqueueinfo)
#endif
#ifdef __NR_rt_sigreturn
CALL(rt_sigreturn, __NR_rt_sigreturn)
#endif
#ifdef __NR_rt_sigsuspend
CALL(rt_sigsuspend, __NR_rt_sigsuspend)
#endif
#ifdef __NR_rt_sigtimedwait
CALL(rt_sigtimedwait, __NR_rt_sigtimedwait)
#endif
#ifdef __NR_rt_sigtimedwait_time64
CALL(rt_sigtimedwait_time64, __NR_rt_sigtimedwait_time64)
#endif
#ifdef __NR_rt_tgsigqueueinfo
CALL(rt_tgsigqueueinfo, __NR_rt_tgsigqueueinfo)
#endif
#ifdef __NR_sched_get_priority_max
CALL(sched_get_priority_max, __NR_sched_get_priority_max)
#endif
#ifdef __NR_sched_get_priority_min
CALL(sched_get_priority_min, __NR_sched_get_priority_min)
#endif
#ifdef __NR_sched_getaffinity
CALL(sched_getaffinity, __NR_sched_getaffinity)
#endif
#ifdef __NR_sched_getattr
CALL(sched_getattr, __NR_sched_getattr)
#endif
#ifdef __NR_sched_getparam
CALL(sched_getparam, __NR_sched_getparam)
#endif
#ifdef __NR_sched_getscheduler
CALL(sched_getscheduler, __NR_sched_getscheduler)
#endif
#ifdef __NR_sched_rr_get_interval
CALL(sched_rr_get_interval, __NR_sched_rr_get_interval)
#endif
#ifdef __NR_sched_rr_get_interval_time64
CALL(sched_rr_get_interval_time64, __NR_sched_rr_get_interval_time64)
#endif
#ifdef __NR_sched_setaffinity
CALL(sched_setaffinity, __NR_sched_setaffinity)
#endif
#ifdef __NR_sched_setattr
CALL(sched_setattr, __NR_sched_setattr)
#endif
#ifdef __NR_sched_setparam
CALL(sched_setparam, __NR_sched_setparam)
#endif
#ifdef __NR_sched_setscheduler
CALL(sched_setscheduler, __NR_sched_setscheduler)
#endif
#ifdef __NR_sched_yield
CALL(sched_yield, __NR_sched_yield)
#endif
#ifdef __NR_seccomp
CALL(seccomp, __NR_seccomp)
#endif
#ifdef __NR_security
CALL(security, __NR_security)
#endif
#ifdef __NR_select
CALL(select, __NR_select)
#endif
#ifdef __NR_semctl
CALL(semctl, __NR_semctl)
#endif
#ifdef __NR_semget
CALL(semget, __NR_semget)
#endif
#ifdef __NR_semop
CALL(semop, __NR_semop)
#endif
#ifdef __NR_semtimedop
CALL(semtimedop, __NR_semtimedop)
#endif
#ifdef __NR_semtimedop_time64
CALL(semtimedop_time64, __NR_semtimedop_time64)
#endif
#ifdef __NR_sendfile
CALL(sendfile, __NR_sendfile)
#endif
#ifdef __NR_sendfile64
CALL(sendfile64, __NR_sendfile64)
#endif
#ifdef __NR_sendmmsg
CALL(sendmmsg, __NR_sendmmsg)
#endif
#ifdef __NR_sendmsg
CALL(sendmsg, __NR_sendmsg)
#endif
#ifdef __NR_sendto
CALL(sendto, __NR_sendto)
#endif
#ifdef __NR_set_mempolicy
CALL(set_mempolicy, __NR_set_mempolicy)
#endif
#ifdef __NR_set_mempolicy_home_node
CALL(set_mempolicy_home_node, __NR_set_mempolicy_home_node)
#endif
#ifdef __NR_set_robust_list
CALL(set_robust_list, __NR_set_robust_list)
#endif
#ifdef __NR_set_thread_area
CALL(set_thread_area, __NR_set_thread_area)
#endif
#ifdef __NR_set_tid_address
CALL(set_tid_address, __NR_set_tid_address)
#endif
#ifdef __NR_setdomainname
CALL(setdomainname, __NR_setdomainname)
#endif
#ifdef __NR_setfsgid
CALL(setfsgid, __NR_setfsgid)
#endif
#ifdef __NR_setfsuid
CALL(setfsuid, __NR_setfsuid)
#endif
#ifdef __NR_setgid
CALL(setgid, __NR_setgid)
#endif
#ifdef __NR_setgroups
CALL(setgroups, __NR_setgroups)
#endif
#ifdef __NR_sethostname
CALL(sethostname, __NR_sethostname)
#endif
#ifdef __NR_setitimer
CALL(setitimer, __NR_setitimer)
#endif
#ifdef __NR_setns
CALL(setns, __NR_setns)
#endif
#ifdef __NR_setpgid
CALL(setpgid, __NR_setpgid)
#endif
#ifdef __NR_setpriority
CALL(setpriority, __NR_setpriority)
#endif
#ifdef __NR_setregid
CALL(setregid, __NR_setregid)
#endif
#ifdef __NR_setresgid
CALL(setresgid, __NR_setresgid)
#endif
#ifdef __NR_setresuid
CALL(setresuid, __NR_setresuid)
#endif
#ifdef __NR_setreuid
CALL(setreuid, __NR_setreuid)
#endif
#ifdef __NR_setrlimit
CALL(setrlimit, __NR_setrlimit)
#endif
#ifdef __NR_setsid
CALL(setsid, __NR_setsid)
#endif
#ifdef __NR_setsockopt
CALL(setsockopt, __NR_setsockopt)
#endif
#ifdef __NR_settimeofday
CALL(settimeofday, __NR_settimeofday)
#endif
#ifdef __NR_setuid
CALL(setuid, __NR_setuid)
#endif
#ifdef __NR_setxattr
CALL(setxattr, __NR_setxattr)
#endif
#ifdef __NR_shmat
CALL(shmat, __NR_shmat)
#endif
#ifdef __NR_shmctl
CALL(shmctl, __NR_shmctl)
#endif
#ifdef __NR_shmdt
CALL(shmdt, __NR_shmdt)
#endif
#ifdef __NR_shmget
CALL(shmget, __NR_shmget)
#endif
#ifdef __NR_shutdown
CALL(shutdown, __NR_shutdown)
#endif
#ifdef __NR_sigaltstack
CALL(sigaltstack, __NR_sigaltstack)
#endif
#ifdef __NR_signalfd
CALL(signalfd, __NR_signalfd)
#endif
#ifdef __NR_signalfd4
CALL(signalfd4, __NR_signalfd4)
#endif
#ifdef __NR_socket
CALL(socket, __NR_socket)
#endif
#ifdef __NR_socketpair
CALL(socketpair, __NR_socketpair)
#endif
#ifdef __NR_splice
CALL(splice, __NR_splice)
#endif
#ifdef __NR_stat
CALL(stat, __NR_stat)
#endif
#ifdef __NR_stat64
CALL(stat64, __NR_stat64)
#endif
#ifdef __NR_statfs
CALL(statfs, __NR_statfs)
#endif
#ifdef __NR_statfs64
CALL(statfs64, __NR_statfs64)
#endif
#ifdef __NR_statx
CALL(statx, __NR_statx)
#endif
#ifdef __NR_swapoff
CALL(swapoff, __NR_swapoff)
#endif
#ifdef __NR_swapon
CALL(swapon, __NR_swapon)
#endif
#ifdef __NR_symlink
CALL(symlink, __NR_symlink)
#endif
#ifdef __NR_symlinkat
CALL(symlinkat, __NR_symlinkat)
#endif
#ifdef __NR_sync
CALL(sync, __NR_sync)
#endif
#ifdef __NR_sync_file_range
CALL(sync_file_range, __NR_sync_file_range)
#endif
#ifdef __NR_syncfs
CALL(syncfs, __NR_syncfs)
#endif
#ifdef __NR_sysfs
CALL(sysfs, __NR_sysfs)
#endif
#ifdef __NR_sysinfo
CALL(sysinfo, __NR_sysinfo)
#endif
#ifdef __NR_syslog
CALL(syslog, __NR_syslog)
#endif
#ifdef __NR_tee
CALL(tee, __NR_tee)
#endif
#ifdef __NR_tgkill
CALL(tgkill, __NR_tgkill)
#endif
#ifdef __NR_time
CALL(time, __NR_time)
#endif
#ifdef __NR_timer_create
CALL(timer_create, __NR_timer_create)
#endif
#ifdef __NR_timer_delete
CALL(timer_delete, __NR_timer_delete)
#endif
#ifdef __NR_timer_getoverrun
CALL(timer_getoverrun, __NR_timer_getoverrun)
#endif
#ifdef __NR_timer_gettime
CALL(timer_gettime, __NR_timer_gettime)
#endif
#ifdef __NR_timer_gettime64
CALL(timer_gettime64, __NR_timer_gettime64)
#endif
#ifdef __NR_timer_settime
CALL(timer_settime, __NR_timer_settime)
#endif
#ifdef __NR_timer_settime64
CALL(timer_settime64, __NR_timer_settime64)
#endif
#ifdef __NR_timerfd_create
CALL(timerfd_create, __NR_timerfd_create)
#endif
#ifdef __NR_timerfd_gettime
CALL(timerfd_gettime, __NR_timerfd_gettime)
#endif
#ifdef __NR_timerfd_gettime64
CALL(timerfd_gettime64, __NR_timerfd_gettime64)
#endif
#ifdef __NR_timerfd_settime
CALL(timerfd_settime, __NR_timerfd_settime)
#endif
#ifdef __NR_timerfd_settime64
CALL(timerfd_settime64, __NR_timerfd_settime64)
#endif
#ifdef __NR_times
CALL(times, __NR_times)
#endif
#ifdef __NR_tkill
CALL(tkill, __NR_tkill)
#endif
#ifdef __NR_truncate
CALL(truncate, __NR_truncate)
#endif
#ifdef __NR_truncate64
CALL(truncate64, __NR_truncate64)
#endif
#ifdef __NR_tuxcall
CALL(tuxcall, __NR_tuxcall)
#endif
#ifdef __NR_umask
CALL(umask, __NR_umask)
#endif
#ifdef __NR_umount2
CALL(umount2, __NR_umount2)
#endif
#ifdef __NR_uname
CALL(uname, __NR_uname)
#endif
#ifdef __NR_unlink
CALL(unlink, __NR_unlink)
#endif
#ifdef __NR_unlinkat
CALL(unlinkat, __NR_unlinkat)
#endif
#ifdef __NR_unshare
CALL(unshare, __NR_unshare)
#endif
#ifdef __NR_uselib
CALL(uselib, __NR_uselib)
#endif
#ifdef __NR_userfaultfd
CALL(userfaultfd, __NR_userfaultfd)
#endif
#ifdef __NR_ustat
CALL(ustat, __NR_ustat)
#endif
#ifdef __NR_utime
CALL(utime, __NR_utime)
#endif
#ifdef __NR_utimensat
CALL(utimensat, __NR_utimensat)
#endif
#ifdef __NR_utimensat_time64
CALL(utimensat_time64, __NR_utimensat_time64)
#endif
#ifdef __NR_utimes
CALL(utimes, __NR_utimes)
#endif
#ifdef __NR_vfork
CALL(vfork, __NR_vfork)
#endif
#ifdef __NR_vhangup
CALL(vhangup, __NR_vhangup)
#endif
#ifdef __NR_vmsplice
CALL(vmsplice, __NR_vmsplice)
#endif
#ifdef __NR_vserver
CALL(vserver, __NR_vserver)
#endif
#ifdef __NR_wait4
CALL(wait4, __NR_wait4)
#endif
#ifdef __NR_waitid
CALL(waitid, __NR_waitid)
#endif
#ifdef __NR_write
CALL(write, __NR_write)
#endif
#ifdef __NR_writev
CALL(writev, __NR_writev)
#endif
CALL(cachestat, 451)
CALL(fchmodat2, 452)
CALL(map_shadow_stack, 453)
CALL(futex_wake, 454)
CALL(futex_wait, 455)
CALL(futex_requeue, 456)
CALL(statmount, 457)
CALL(listmount, 458)
CALL(lsm_get_self_attr, 459)
CALL(lsm_set_self_attr, 460)
CALL(lsm_list_modules, 461)
CALL(mseal, 462)
CALL(setxattrat, 463)
CALL(getxattrat, 464)
CALL(listxattrat, 465)
CALL(removexattrat, 466)
CALL(open_tree_attr, 467)
