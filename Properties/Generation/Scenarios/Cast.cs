using System.Collections.Immutable;
using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>The processes of a scenario: one that exists, and those that the scenario forks, in order.</summary>
internal sealed class Cast(int first)
{
    private readonly List<int> _pids = [first];
    private ImmutableArray<Process> _before;

    /// <summary>An actor forks the next one. If that fails, the steps of the next one make no call.</summary>
    public CallGenerator Fork(int actor) => By(actor, (run, pid) =>
    {
        _before = run.State.Processes;
        return new Call.Fork(pid);
    });

    /// <summary>A call of an actor; none if there is no such process.</summary>
    public CallGenerator By(int actor, Func<RunContext, int, Call?> make) => run =>
        PidOf(run, actor) is { } pid ? make(run, pid) : null;

    /// <summary>A call of an actor on its last socket.</summary>
    public CallGenerator OnSocket(int actor, Func<RunContext, int, int, Call?> make) => By(actor, (run, pid) =>
        LastSocket(run, pid, skip: 0) is { } fd ? make(run, pid, fd) : null);

    /// <summary>A call of an actor on the last socket but one.</summary>
    public CallGenerator OnFirstEnd(int actor, Func<RunContext, int, int, Call?> make) => By(actor, (run, pid) =>
        LastSocket(run, pid, skip: 1) is { } fd ? make(run, pid, fd) : null);

    /// <summary>The process id of an actor; null if it does not exist.</summary>
    public int? PidOf(RunContext run, int actor)
    {
        if (!_before.IsDefault && run.State.Processes.FirstOrDefault(IsNew) is { Pid: var forked })
        {
            _pids.Add(forked);
            _before = default;
        }

        return actor < _pids.Count && run.State.FindProcess(_pids[actor]) is { Pid: var pid } ? pid : null;
    }

    private bool IsNew(Process process) =>
        _pids.Contains(process.Parent) && _before.All(known => known.Pid != process.Pid);

    private static int? LastSocket(RunContext run, int pid, int skip)
    {
        Process process = run.State.FindProcess(pid)!;
        for (int fd = process.Files.Length - 1; fd >= 0; fd--)
        {
            if (process.Files[fd].IsSocket && skip-- == 0)
            {
                return fd;
            }
        }

        return null;
    }
}
