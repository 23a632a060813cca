using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// The safety goals as predicates over observations. They use no rule, so they also find a rule that breaks a goal;
/// what poll promises is held against the rules of the calls that it speaks of.
/// </summary>
public static class SafetyGoals
{
    /// <summary>
    /// Checks one call: what it sent and who received it (G1, S11), the port that it names (G3, P5), and what a
    /// prisoner must not do or learn (G4). Null if all goals hold.
    /// </summary>
    /// <param name="state">The state before the call.</param>
    /// <param name="call">The call under check.</param>
    /// <param name="outcome">The observed outcome.</param>
    public static string? Check(State state, Call call, in Outcome outcome) =>
        AddressGoal.Check(state, call, in outcome)
        ?? PortGoal.Check(state, call, in outcome)
        ?? WireGoal.Check(state, call, in outcome)
        ?? ReceiverGoal.Check(state, call, in outcome)
        ?? RawReceiverGoal.Check(state, call, in outcome)
        ?? (call is Call.Bind bind ? TakeoverGoal.Check(state, bind, in outcome) : null)
        ?? (outcome.Succeeded && call is Call.ByProcess { Pid: var pid }
            && state.FindProcess(pid) is { Prison: { } prison } caller
                ? Prisoner(state, caller, prison, call, in outcome)
                : null);

    /// <summary>
    /// Checks the port that a call gave to an unbound socket: an implied port lies in the socket's range, only the
    /// superuser gets a reserved port (G3), and in a prison it comes with an address that an interface has (J3). Null
    /// if all goals hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call under check.</param>
    /// <param name="after">The open sockets after the call, from model or implementation.</param>
    public static string? Check(State before, Call call, ReadOnlySpan<SocketEntry> after) =>
        PortGoal.Check(before, call, after) ?? AddressGoal.Check(before, call, after);

    /// <summary>
    /// Checks the open sockets: those in a prison have its address, and a local address comes with a port (G1). Null if
    /// all goals hold.
    /// </summary>
    public static string? Check(ReadOnlySpan<SocketEntry> entries)
    {
        foreach (ref readonly SocketEntry entry in entries)
        {
            if (entry is { IsRaw: true, Prison: not null })
            {
                return $"G1: process {entry.Pid} in prison {entry.Prison} has a raw socket";
            }

            if (!(entry.Local.IsNone && entry.Foreign.IsNone)
                && (PortGoal.Check(in entry) ?? AddressGoal.Check(in entry)) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    /// <summary>
    /// Checks the effect of a call: file modes are respected (J4), no process leaves its root directory (J8), a
    /// prisoner opens only what lies beneath the prison's root and sets only its own hostname (G4), descriptors arrive
    /// as they were sent (S9, G1), only the host's superuser changes the network (J4), nobody sleeps on what has
    /// happened, poll does not lie (R2), and UDP counts what it carries (S11). Null if all hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call under check.</param>
    /// <param name="outcome">The observed outcome.</param>
    /// <param name="after">The state after the call.</param>
    public static string? Check(State before, Call call, in Outcome outcome, State after) =>
        call switch
        {
            Call.Open open => ReachGoal.Check(before, open, in outcome, after),
            Call.SysctlWriteText write => HostnameGoal.Check(before, write, after),
            Call.Poll or Call.Select => PollGoal.Check((Call.ByProcess)call, in outcome, after),
            _ => null,
        }
        ?? PassingGoal.Check(before, call, in outcome, after)
        ?? NetworkGoal.Check(before, call, after)
        ?? SleepGoal.Check(before, call, in outcome, after)
        ?? CounterGoal.Check(before, call, in outcome, after)
        ?? (call is Call.ByProcess own
            ? RootGoal.Check(before, own, in outcome, after) ?? ModeGoal.Check(before, own, in outcome, after)
            : null)
        ?? (call is Call.OnPath path
            ? SearchGoal.Check(before, path, in outcome, after) ?? OwnershipGoal.Check(before, path, after)
            : null);

    /// <summary>
    /// Checks the processes: prisoners and their children stay in their prison and beneath its root, and terminate no
    /// other processes (G4); no process becomes another user without privilege (J4) or leaves its root directory (J8).
    /// Null if all goals hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call under check.</param>
    /// <param name="after">The state after the call.</param>
    /// <param name="seen">The processes after the call, from model or implementation.</param>
    public static string? Check(State before, Call call, State after, ReadOnlySpan<ProcessEntry> seen)
    {
        Process? caller = call is Call.ByProcess { Pid: var pid } ? before.FindProcess(pid) : null;
        foreach (ref readonly ProcessEntry entry in seen)
        {
            // A process that did not exist before is the caller's child.
            if ((before.FindProcess(entry.Pid) ?? caller) is { } was
                && (ProcessGoal.Check(was, in entry)
                    ?? PlaceGoal.Check(before, call, was, after, in entry)
                    ?? (caller is null ? null : IdentityGoal.Check(caller, call, was, in entry))) is { } broken)
            {
                return broken;
            }
        }

        return (caller is null ? null : ProcessGoal.Check(before, caller, call, seen))
            ?? RootGoal.Check(before, call, after);
    }

    private static string? Prisoner(State state, Process caller, Prison prison, Call call, in Outcome outcome) =>
        PrivilegeGoal.Check(state, caller, call)
        ?? OthersGoal.Check(state, caller, prison, call)
        ?? ReachGoal.Check(state, caller, prison, call, in outcome)
        ?? ListingGoal.Check(state, caller, prison, call, in outcome);
}
