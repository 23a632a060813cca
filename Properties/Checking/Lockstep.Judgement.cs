using Verify.Model;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Properties.Checking;

/// <content>The checks after each call: the specification, the goals, and the lists of sockets and processes.</content>
public sealed partial class Lockstep
{
    private Finding? JudgeSafely(Call call, in Outcome outcome)
    {
        try
        {
            return Judge(call, outcome);
        }
#pragma warning disable CA1031 // A specification that throws is as wrong as one with a wrong answer.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return SpecificationThrew(crash);
        }
    }

    private Finding? Judge(Call call, in Outcome outcome)
    {
        State before = State;
        Verdict verdict = _system.Dialect.LeavesPortsOpen
            ? Spec.Step(before, call, in outcome, ChosenPort(call, in outcome))
            : Spec.Step(before, call, in outcome);
        if (!verdict.Accepted)
        {
            string rule = verdict.Expected.Rule.Id;
            return GoalFinding(SafetyGoals.Check(before, call, in outcome))
                ?? NewFinding(
                    FindingKind.Disagreement,
                    $"{CallKinds.NameOf(call)} {outcome.Error} against {rule}",
                    $"seen {TraceWriter.Result(call, outcome)}, allowed {verdict.Expected.Describe(call)}");
        }

        _counts.Add(call, outcome.Error, verdict.Rules);
        State = verdict.Next;
        return GoalFinding(
                SafetyGoals.Check(before, call, in outcome) ?? SafetyGoals.Check(before, call, in outcome, State))
            ?? JudgeSockets(before, call)
            ?? JudgeProcesses(before, call);
    }

    /// <summary>
    /// The port that a call has chosen for its socket, if it did, as far as that can be seen; else 0.
    /// </summary>
    private ushort ChosenPort(Call call, in Outcome outcome)
    {
        if (outcome.Sent.First is { } sent)
        {
            return sent.Source.Port;
        }

        return call is Call.OnDescriptor { Pid: var pid, Fd: var fd }
            ? SocketEntry.Find(_observedSockets.Entries, pid, fd)?.Local.Port ?? 0
            : (ushort)0;
    }

    private Finding? JudgeSockets(State before, Call call)
    {
        if (_system.Sockets is null)
        {
            return null;
        }

        bool isChanged = before.Processes != State.Processes || before.Sockets != State.Sockets;
        if (isChanged)
        {
            _expectedSockets.Read(State);
        }

        // The goals were checked on an unchanged list after an earlier call.
        ReadOnlySpan<SocketEntry> observed = _observedSockets.Entries;
        bool agrees = observed.SequenceEqual(_expectedSockets.Entries);
        return agrees && !isChanged
            ? null
            : GoalFinding(SafetyGoals.Check(before, call, observed) ?? SafetyGoals.Check(observed))
                ?? (agrees
                    ? null
                    : NewFinding(
                        FindingKind.Disagreement,
                        $"{CallKinds.NameOf(call)} leaves different sockets",
                        SocketDifference.Describe(observed, _expectedSockets.Entries)));
    }

    private Finding? JudgeProcesses(State before, Call call)
    {
        if (_system.Processes is null)
        {
            return null;
        }

        bool isChanged = before.Processes != State.Processes;
        if (isChanged)
        {
            _expectedProcesses.Read(State);
        }

        ReadOnlySpan<ProcessEntry> observed = _observedProcesses.Entries;
        bool agrees = observed.SequenceEqual(_expectedProcesses.Entries);
        return agrees && !isChanged
            ? null
            : GoalFinding(SafetyGoals.Check(before, call, State, observed))
                ?? (agrees
                    ? null
                    : NewFinding(
                        FindingKind.Disagreement,
                        $"{CallKinds.NameOf(call)} leaves different processes",
                        ProcessDifference.Describe(observed, _expectedProcesses.Entries)));
    }

    private Finding SpecificationThrew(Exception exception) => NewFinding(
        FindingKind.Crash,
        $"specification: {exception.GetType().Name}",
        $"the specification threw {exception.GetType().Name}: {exception.Message}");
}
