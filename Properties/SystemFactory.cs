using Verify.Abi;

namespace Verify.Properties;

/// <summary>
/// Boots a system under test: the implementation, a mutant of it, or another system. Who calls it disposes the system.
/// </summary>
public delegate ISystem SystemFactory(World world);
