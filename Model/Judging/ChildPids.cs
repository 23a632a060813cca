using System.Collections.Immutable;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>The pids that a fork may have returned if that is not stated.</summary>
internal static class ChildPids
{
    /// <summary>Pids that processes can have: see the pids that fork may return.</summary>
    private const int Limit = 99_999;

    /// <summary>Where they begin again.</summary>
    private const int Again = 100;

    /// <summary>
    /// Every number that the trace names, since any line may be about the child; and between each two pids one that
    /// the trace does not name, which stands for all others there, because the order of pids may be visible.
    /// </summary>
    public static IEnumerable<int> Of(State state, NamedNumbers named)
    {
        foreach (int id in named.Ids.Where(id => id is > 0 and < Limit))
        {
            yield return id;
        }

        int lastAtBoot = state.World.Tunables.LastPid;
        ImmutableSortedSet<int> known = named.Pids.Union(state.Processes.Select(process => process.Pid));
        foreach ((int below, int above) in known.Zip(known.Skip(1).Append(Limit)))
        {
            // Ids begin after the last one at boot, and later again from the bottom.
            foreach (int first in (int[])[Math.Max(below, lastAtBoot) + 1, Math.Max(below + 1, Again)])
            {
                int pid = first;
                while (named.Has(pid) && pid < above)
                {
                    pid++;
                }

                if (pid < above)
                {
                    yield return pid;
                }
            }
        }
    }
}
