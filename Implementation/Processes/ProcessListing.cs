using System.Text;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Processes;

/// <summary>Lists processes, as ps(1) does.</summary>
internal static class ProcessListing
{
    /// <summary>Lists all processes in order of their ids, as the host sees them, and returns their number.</summary>
    public static int Fill(ProcessTable processes, Span<ProcessEntry> entries)
    {
        int count = 0;
        for (Process? process = processes.First; process is not null; process = process.Next, count++)
        {
            if (count < entries.Length)
            {
                entries[count] = new ProcessEntry(
                    process.Pid, process.ParentPid, process.Credentials.Uid, process.Credentials.Gid, process.Nice,
                    process.Root.Number, process.Directory.Number, process.Credentials.Prison?.Address);
            }
        }

        return count;
    }

    /// <summary>The ids of the selected processes visible to the viewer (J6): kern.proc.</summary>
    public static string Visible(ProcessTable processes, in Credentials viewer, Func<Process, bool> isWanted)
    {
        var text = new StringBuilder();
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (viewer.Sees(process.Credentials) && isWanted(process))
            {
                text.Append(text.Length == 0 ? "" : " ").Append(process.Pid);
            }
        }

        return text.ToString();
    }
}
