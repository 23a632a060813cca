namespace Verify.Abi.Systems;

/// <summary>The capability to list processes, as ps(1) does on the host.</summary>
public interface IListsProcesses
{
    /// <summary>
    /// Lists the processes by pid. Fills <paramref name="entries"/> as far as it goes and returns the total number.
    /// </summary>
    int Processes(Span<ProcessEntry> entries);
}
