using Verify.Abi;
using Verify.Model;
using Verify.Model.States;
using Verify.Properties.Worlds;

namespace Verify.Properties.Checking;

/// <content>How a run ends: with nothing left over (G7).</content>
public sealed partial class Lockstep
{
    /// <summary>The zone of prisons, of which process 1 may keep its own.</summary>
    private const string PrisonZone = "prison";

    /// <summary>
    /// Ends the run: every process but the first exits, and that closes what it has open; then nothing may be left in any
    /// zone that a machine has not had at boot (G7), but the prison of process 1. Null where nothing is wrong, or the
    /// machine is down.
    /// </summary>
    public Finding? Finish()
    {
        while (!State.HasPanicked && LastWish() is { } wish)
        {
            if (Step(wish) is { } finding)
            {
                return finding;
            }
        }

        return State.HasPanicked ? null : Leak();
    }

    /// <summary>The call that ends the last process, or closes a descriptor of the first; null once all is done.</summary>
    private Call? LastWish()
    {
        Process last = State.Processes[^1];
        for (int fd = 0; fd < last.Files.Length; fd++)
        {
            if (last.Pid == 1 && last.FileAt(fd).IsOpen)
            {
                return new Call.Close(1, fd);
            }
        }

        return last.Pid == 1 ? null : new Call.Exit(last.Pid, 0);
    }

    private Finding? Leak()
    {
        string? prisons = State.Processes[0].Prison is null ? null : PrisonZone;

        foreach ((ZoneUsage empty, ZoneUsage left) in ZonesOfAnEmptyMachine().Zip(_system.Zones))
        {
            if (left.InUse != empty.InUse + (left.Name == prisons ? 1 : 0))
            {
                return Found(
                    FindingKind.Leak,
                    left.Name,
                    $"G7: all processes exited, but {left.InUse} of {left.Name} are in use, where {empty.InUse} should be");
            }
        }

        return null;
    }

    /// <summary>The zones of a machine whose first process only closes what it has open at boot.</summary>
    private IReadOnlyList<ZoneUsage> ZonesOfAnEmptyMachine()
    {
        ISystem empty = _boot(_world);
        for (int fd = 0; fd < Spec.Boot(_world).Processes[0].Files.Length; fd++)
        {
            empty.Execute(new Call.Close(1, fd));
        }

        return empty.Zones;
    }
}
