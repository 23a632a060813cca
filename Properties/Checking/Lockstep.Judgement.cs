using Verify.Abi;
using Verify.Model;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.Verdicts;
using Verify.Properties.Worlds;

namespace Verify.Properties.Checking;

/// <content>What is asked after each call, of the specification and of the goals.</content>
public sealed partial class Lockstep
{
    private Finding? TryJudge(Call call, in Outcome outcome)
    {
        try
        {
            return Judge(call, outcome);
        }
#pragma warning disable CA1031 // A specification that has no answer is as wrong as one with a wrong answer.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return SpecificationThrew(crash);
        }
    }

    private Finding? Judge(Call call, in Outcome outcome)
    {
        State before = State;
        Verdict verdict = Spec.Step(before, call, in outcome);
        if (!verdict.Accepted)
        {
            string rule = verdict.Expected.Rule.Id;
            return Broken(SafetyGoals.Check(before, call, in outcome))
                ?? Found(
                    FindingKind.Disagreement,
                    $"{CallKinds.NameOf(call)} {outcome.Error} against {rule}",
                    $"seen {TraceWriter.Result(call, outcome)}, allowed {verdict.Expected.Describe(call)}");
        }

        _counts.Add(call, outcome.Error, verdict.Rules);
        State = verdict.Next;
        return Broken(SafetyGoals.Check(before, call, in outcome) ?? SafetyGoals.Check(before, call, in outcome, State))
            ?? JudgeSockets(before, call)
            ?? JudgeProcesses(before, call);
    }

    private Finding? JudgeSockets(State before, Call call)
    {
        bool isChanged = !ReferenceEquals(before, State);
        if (isChanged)
        {
            _meantSockets.Read(State);
        }

        // What is as it was before the call was looked at then.
        ReadOnlySpan<SocketEntry> seen = _seenSockets.Entries;
        bool agrees = seen.SequenceEqual(_meantSockets.Entries);
        return agrees && !isChanged
            ? null
            : Broken(SafetyGoals.Check(before, call, seen) ?? SafetyGoals.Check(seen, _world))
                ?? (agrees
                    ? null
                    : Found(
                        FindingKind.Disagreement,
                        $"{CallKinds.NameOf(call)} leaves other sockets",
                        SocketDifference.Describe(seen, _meantSockets.Entries)));
    }

    private Finding? JudgeProcesses(State before, Call call)
    {
        bool isChanged = before.Processes != State.Processes;
        if (isChanged)
        {
            _meantProcesses.Read(State);
        }

        ReadOnlySpan<ProcessEntry> seen = _seenProcesses.Entries;
        bool agrees = seen.SequenceEqual(_meantProcesses.Entries);
        return agrees && !isChanged
            ? null
            : Broken(SafetyGoals.Check(before, call, State, seen))
                ?? (agrees
                    ? null
                    : Found(
                        FindingKind.Disagreement,
                        $"{CallKinds.NameOf(call)} leaves other processes",
                        ProcessDifference.Describe(seen, _meantProcesses.Entries)));
    }

    private Finding SpecificationThrew(Exception exception) => Found(
        FindingKind.Crash,
        $"specification: {exception.GetType().Name}",
        $"the specification threw {exception.GetType().Name}: {exception.Message}");
}
