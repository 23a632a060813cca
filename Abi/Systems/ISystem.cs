using Verify.Abi.Calls;

namespace Verify.Abi.Systems;

/// <summary>
/// A system under test: the reference kernel, a mutant of it, or another system. It makes calls; what else it has to
/// show are its capabilities: <see cref="IListsSockets"/>, <see cref="IListsProcesses"/>, <see cref="IAudited"/>,
/// <see cref="IHashed"/>, <see cref="IHasZones"/>. Whoever boots it disposes it. Not thread-safe.
/// </summary>
public interface ISystem : IDisposable
{
    /// <summary>What it is. Every system that is booted in the same way has the same description.</summary>
    SystemDescription Description => SystemDescription.Complete;

    /// <summary>Carries out one call and returns its outcome. Never throws, whatever the call.</summary>
    Outcome Execute(Call call);

    /// <summary>A capability; null if the system does not have it. Ask once after boot.</summary>
    /// <typeparam name="T">The interface of the capability.</typeparam>
    /// <remarks>A system around another one has what that one has, and implements the interface itself.</remarks>
    T? Capability<T>()
        where T : class => this as T;
}
